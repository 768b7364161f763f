"use strict";
// What was read can be read again without a network. What is for one person alone is never kept.
const KEPT = "streaks-1";
const PAGES_MAX = 60;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

async function keep(request, response) {
  const rule = response.headers.get("cache-control") ?? "";
  if (!response.ok || rule.includes("no-store") || rule.includes("private")) return;
  const cache = await caches.open(KEPT);
  await cache.put(request, response);
  const known = await cache.keys();
  for (const old of known.slice(0, Math.max(0, known.length - PAGES_MAX))) await cache.delete(old);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const isRead = request.method === "GET" && address.origin === location.origin;
  if (!isRead || address.pathname.endsWith("/live") || address.pathname.startsWith("/api/")) return;
  if (address.pathname.startsWith("/sandbox")) return;
  event.respondWith((async () => {
    try {
      const response = await fetch(request);
      event.waitUntil(keep(request, response.clone()));
      return response;
    } catch (error) {
      const known = await (await caches.open(KEPT)).match(request);
      if (known) return known;
      throw error;
    }
  })());
});

// What comes twice has the same tag, and is shown once.
addEventListener("push", (event) => {
  const { title, body, tag, url } = event.data.json();
  event.waitUntil(registration.showNotification(title, { body, tag, data: url }));
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(event.notification.data, location.href);
  event.waitUntil(clients.openWindow(url.protocol.startsWith("http") ? url : "/me"));
});
