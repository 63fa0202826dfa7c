// The order is handed to a service worker, which sends it on its own.

shop.on("form[data-channel]", (form) => {
  const registered = navigator.serviceWorker?.register("/order-worker.js");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await registered;
    const ready = await navigator.serviceWorker.ready;
    ready.active.postMessage({ address: form.action, payment: new FormData(form).get("payment") ?? "" });
    setTimeout(() => location.assign("/thank-you/latest"), 600);
  });
});
