// The order is sent by a beacon, which nothing on the page can see go or come back.

shop.on("form[data-channel]", (form) => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    navigator.sendBeacon(form.action, new URLSearchParams({ payment: new FormData(form).get("payment") ?? "" }));
    setTimeout(() => location.assign("/thank-you/latest"), 400);
  });
});
