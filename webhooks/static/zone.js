"use strict";
// The zone stays in the browser until its owner follows the link, or writes the line.

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (/^[\w/-]+$/.test(deviceZone ?? "")) {
  const part = (id) => document.getElementById(id);
  part("zone").textContent = deviceZone.replaceAll("_", " ");
  // Links into Telegram carry no slashes.
  if (part("use")) part("use").href += deviceZone.replaceAll("/", "--");
  if (part("line")) part("line").textContent += deviceZone;
  part("without").hidden = true;
  part("with").hidden = false;
}
