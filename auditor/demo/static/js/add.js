// Adding to the cart: says what is still to be chosen, or confirms, without leaving the page.

const staying = new Set(["confirm", "drawer", "toast", "modal"]);

const complain = (form, missing) => {
  let first = null;
  for (const place of form.querySelectorAll("[data-problem]")) {
    const message = missing[place.dataset.problem] ?? "";
    place.textContent = message;
    place.hidden = !message;
    const control = place.parentElement.querySelector("select, input:not([type=hidden]), button, [tabindex]");
    control?.toggleAttribute("aria-invalid", false);
    if (!message) continue;
    control?.setAttribute("aria-invalid", "true");
    control?.setAttribute("aria-describedby", place.id);
    first ??= control;
  }
  first?.focus();
};

shop.on("form[data-add]", (form) => {
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.formAction !== form.action && event.submitter?.hasAttribute("formaction")) return;
    if (!staying.has(form.dataset.add)) return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector(".button--buy");
    button.setAttribute("aria-busy", "true");
    const answer = await (await shop.post(form.action, new FormData(form), "added")).json();
    button.removeAttribute("aria-busy");
    complain(form, answer.missing ?? {});
    if (!answer.ok) return;
    shop.count(answer.count);
    shop.confirmAdded(form, answer.html);
  });
});

shop.confirmAdded = (form, html) => {
  const place = form.getRootNode().querySelector("[data-added]");
  place.innerHTML = html;
  shop.mount(place);
};
