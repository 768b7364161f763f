"use strict";
// Lets this browser show reminders. Browsers that cannot are not offered it.
const area = document.getElementById("push");
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const known = (registration) => registration.pushManager.getSubscription();

const turnOn = async () => {
  if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed");
  const registration = await navigator.serviceWorker.ready;
  // What was subscribed with another key can never be told anything.
  await (await known(registration))?.unsubscribe();
  const asked = { userVisibleOnly: true, applicationServerKey: bytes(area.dataset.key) };
  const { endpoint, keys } = (await registration.pushManager.subscribe(asked)).toJSON();
  const body = new URLSearchParams({ mark: area.dataset.mark, endpoint, ...keys });
  const told = await fetch("/me/push", { method: "POST", body });
  if (!told.ok) throw new Error("turned down");
  location.reload();
};

if (area && "PushManager" in window && "Notification" in window) {
  area.hidden = false;
  area.querySelector("button").addEventListener("click", () => {
    turnOn().catch(() => {
      document.getElementById("push-failed").hidden = false;
    });
  });
}
