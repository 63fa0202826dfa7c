// Sends a form without leaving the page, and puts the same part of the answer where it was.

shop.swapIn = (html, id) => {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const old of shop.all(id ? `#${id}` : "[data-swap]")) {
    const next = fresh.getElementById(old.id);
    if (!next) continue;
    old.replaceWith(next);
    shop.mount(next);
  }
  const count = fresh.querySelector("[data-cart-count]");
  if (count) shop.count(count.textContent);
  return fresh;
};

shop.on("form[data-swap-form]", (form) => {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const id = shop.closest(form, "[data-swap]").id;
    const focused = form.getRootNode().activeElement?.id;
    const answer = await shop.post(form.action, new FormData(form, event.submitter), "swap");
    if (new URL(answer.url).pathname !== location.pathname) {
      shop.visit(answer.url);
      return;
    }
    const fresh = shop.swapIn(await answer.text(), id);
    const news = fresh.querySelector("[data-say]")?.textContent.trim();
    shop.say(news || form.dataset.done || document.title);
    const place = shop.all(`#${id}`)[0];
    const wrong = shop.all("[aria-invalid=true]")[0];
    (wrong ?? (focused && shop.all(`#${focused}`)[0]) ?? place)?.focus?.();
  });
});
