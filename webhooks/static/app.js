"use strict";
// Inside Telegram: its client says behind the # who looks at this, in which colours.
const said = new URLSearchParams(location.hash.slice(1));
const data = said.get("tgWebAppData");
const event = new URLSearchParams(location.search).get("event") ?? "";
const outside = () => {
  document.getElementById("waiting").hidden = true;
  document.getElementById("outside").hidden = false;
};
const open = async () => {
  const theme = said.get("tgWebAppThemeParams");
  if (theme) sessionStorage.setItem("theme", theme);
  // What was said is a secret: no page that comes later reads it from the address.
  history.replaceState(null, "", location.pathname);
  const answer = await fetch("/app", { method: "POST", body: new URLSearchParams({ data, event }) });
  if (answer.ok) location.replace(await answer.text());
  else outside();
};
if (data) open().catch(outside);
else outside();
