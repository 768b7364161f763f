"use strict";
// The zone stays in the browser until its owner follows the link, or writes the line.

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
if (/^[\w/-]+$/.test(timeZone ?? "")) {
  const part = (id) => document.getElementById(id);
  part("zone").textContent = timeZone.replaceAll("_", " ");
  // Links into Telegram carry no slashes.
  if (part("use")) part("use").href += timeZone.replaceAll("/", "--");
  if (part("line")) part("line").textContent += timeZone;
  part("without").hidden = true;
  part("with").hidden = false;
}
