// Saves a product without leaving the page.

shop.on("form[data-wish]", (form) => {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await (await shop.post(form.action, new FormData(form), "wish")).json();
    const button = form.querySelector("button");
    button.setAttribute("aria-pressed", String(answer.saved));
    button.querySelector("span").textContent = answer.label;
    shop.say(answer.label);
  });
});
