// Suggestions while typing into the search field, reachable with the arrow keys.

shop.on("form[data-suggest]", (form) => {
  const field = form.querySelector("input[type=search]");
  const list = form.querySelector("[role=listbox]");
  let timer = 0;
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const show = (offered) => {
    list.replaceChildren(
      ...offered.map((one, place) => {
        const item = document.createElement("li");
        Object.assign(item, { id: `suggestion-${place}`, role: "option", textContent: one.label });
        item.setAttribute("aria-selected", "false");
        item.dataset.href = one.href;
        item.addEventListener("click", () => shop.visit(one.href));
        return item;
      }),
    );
    list.hidden = !offered.length;
    at = -1;
    field.setAttribute("aria-expanded", String(offered.length > 0));
  };

  const ask = async () => {
    const query = field.value.trim();
    if (query.length < 2) return close();
    const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(query)}`);
    if (field.value.trim() === query) show(await answer.json());
  };

  const move = (step) => {
    const items = [...list.children];
    if (!items.length || list.hidden) return;
    at = (at + step + items.length) % items.length;
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    field.setAttribute("aria-activedescendant", items[at].id);
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
    if (event.key === "Escape") close();
    if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      shop.visit(list.children[at].dataset.href);
    }
  });
  form.addEventListener("focusout", () => setTimeout(() => form.matches(":focus-within") || close(), 150));
});
