// The accordion's "change" links open a section again without leaving the page.

shop.on("[data-swap-link]", (link) => {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const answer = await fetch(link.href, { headers: { "X-Part": "swap" } });
    shop.swapIn(await answer.text(), "checkout");
    shop.all("#checkout [aria-current=step], [aria-current=step]")[0]?.scrollIntoView();
  });
});
