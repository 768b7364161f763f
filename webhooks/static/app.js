"use strict";
// Inside Telegram: its client says behind the # who looks at this, in which colours.
const said = new URLSearchParams(location.hash.slice(1));
const data = said.get("tgWebAppData");
const event = new URLSearchParams(location.search).get("event") ?? "";
const part = (id) => document.getElementById(id);
const show = (id) => {
  for (const other of ["waiting", "outside", "sure", "failed"]) part(other).hidden = other !== id;
};

// Only Telegram's client for browsers may show us in a frame.
const isFramed = window.parent !== window;

// Anybody can send somebody a link with their own name in it: elsewhere than in Telegram's client, and where somebody is
// signed in already, it takes a press.
const ask = () => {
  const user = JSON.parse(new URLSearchParams(data).get("user") ?? "{}");
  part("who").textContent = user?.first_name ?? "";
  part("go").onclick = () => open("yes").catch(() => show("failed"));
  show("sure");
};

const open = async (sure) => {
  const body = new URLSearchParams({ data, event, sure, framed: isFramed ? "yes" : "" });
  const answer = await fetch("/app", { method: "POST", body });
  if (answer.status === 409) return ask();
  if (!answer.ok) return show("failed");
  const theme = said.get("tgWebAppThemeParams");
  if (theme) sessionStorage.setItem("theme", theme);
  location.replace(await answer.text());
};

// What was said is a secret: no page that comes later reads it from the address.
if (data) history.replaceState(null, "", location.pathname);
if (!data) show("outside");
else if (window.TelegramWebviewProxy || isFramed) open("").catch(() => show("failed"));
else {
  try {
    ask();
  } catch {
    show("failed");
  }
}
