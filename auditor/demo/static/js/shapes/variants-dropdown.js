// A listbox made by hand: a button that opens a list of options, with the keys one expects.

shop.on("[data-dropdown]", (box) => {
  const button = box.querySelector("button");
  const list = box.querySelector("[role=listbox]");
  const options = [...list.children];

  const open = (yes) => {
    list.hidden = !yes;
    button.setAttribute("aria-expanded", String(yes));
    if (yes) (options.find((option) => option.ariaSelected === "true") ?? options[0]).focus();
  };
  const choose = (option) => {
    if (option.getAttribute("aria-disabled") === "true") return;
    options.forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    box.querySelector("input").value = option.dataset.value;
    button.textContent = option.textContent;
    open(false);
    button.focus();
  };

  button.addEventListener("click", () => open(list.hidden));
  list.addEventListener("click", (event) => event.target.role === "option" && choose(event.target));
  list.addEventListener("keydown", (event) => {
    const at = options.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) options[(at + step + options.length) % options.length].focus();
    if (event.key === "Enter" || event.key === " ") choose(event.target);
    if (event.key === "Escape") open(false);
    if (step || event.key === " ") event.preventDefault();
  });
});
