// The service worker of the shape danger=channel_sw: it sends the order that a page hands to it.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const { address, payment } = event.data;
  event.waitUntil(fetch(address, { method: "POST", body: new URLSearchParams({ payment }) }));
});
