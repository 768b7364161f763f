"use strict";
// Pages that were read can be read again without a network.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js");

// Inside Telegram the pages have its colours.
const COLOURS = {
  bg_color: "--page",
  text_color: "--ink",
  hint_color: "--quiet",
  link_color: "--accent",
  secondary_bg_color: "--card",
  button_text_color: "--on-accent",
};
const read = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
const given = read(sessionStorage.getItem("theme"));
if (given) {
  document.documentElement.dataset.themed = "";
  for (const [name, variable] of Object.entries(COLOURS)) {
    if (/^#[0-9a-f]{6}$/i.test(given[name])) document.documentElement.style.setProperty(variable, given[name]);
  }
}

// Whoever signs out is told nothing here any more, whichever session turned that on.
const outForms = document.querySelectorAll('form[action="/logout"]');
const sayWhereTold = async () => {
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.getSubscription();
  if (!subscription) return;
  for (const form of outForms) {
    const endpoint = Object.assign(document.createElement("input"), { type: "hidden", name: "endpoint" });
    endpoint.value = subscription.endpoint;
    form.append(endpoint);
  }
};
if (outForms.length > 0 && "serviceWorker" in navigator && "PushManager" in window) sayWhereTold().catch(() => {});

// Whoever lives by the clock of this device need not type its name.
const device = document.getElementById("device");
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const zoneField = document.getElementById("zone");
if (device && timeZone && zoneField.value !== timeZone) {
  device.querySelector("b").textContent = timeZone;
  device.querySelector("button").addEventListener("click", () => {
    zoneField.value = timeZone;
    device.hidden = true;
  });
  device.hidden = false;
}
