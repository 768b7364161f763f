"use strict";
// Without this file the page is complete; with it, it follows by itself.

const parts = (board) => [...board.querySelectorAll("[data-part]")];
const names = (board) => parts(board).map((part) => part.dataset.part).join();

function show(html) {
  const old = document.getElementById("board");
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("board");
  if (!old || !fresh) return;
  if (names(old) !== names(fresh)) {
    old.replaceWith(fresh);
    return;
  }
  // Only what differs is replaced, so that focus stays, and the caption is read out where it stands.
  const news = parts(fresh);
  parts(old).forEach((part, n) => {
    if (part.innerHTML !== news[n].innerHTML) part.replaceChildren(...news[n].childNodes);
  });
}

const { live } = document.getElementById("content").dataset;
if (live) new EventSource(live).addEventListener("board", (event) => show(event.data));
