// The order is handed to a service worker, which sends it on its own.

const worker = navigator.serviceWorker?.register("/order-worker.js");

shop.on("form[data-channel]", (form) => {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await worker;
    const ready = await navigator.serviceWorker.ready;
    ready.active.postMessage({ address: form.action, payment: new FormData(form).get("payment") ?? "" });
    setTimeout(() => location.assign("/thank-you/latest"), 600);
  });
});
