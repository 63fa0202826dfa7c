// The cart changes as soon as a number is chosen, and counts right when the browser brings an old page back.

shop.on("[data-swap-form] [data-resubmit]", (control) => {
  control.addEventListener("change", () => control.form.requestSubmit());
});

addEventListener("pageshow", async (event) => {
  if (!event.persisted) return;
  const page = await (await fetch("/", { headers: { "X-Part": "swap" } })).text();
  shop.count(new DOMParser().parseFromString(page, "text/html").querySelector("[data-cart-count]")?.textContent ?? "0");
});
