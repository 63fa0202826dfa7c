// The mega menu also opens by a press, for touch and keyboards.

shop.on("[data-mega]", (item) => {
  const button = item.querySelector("button");
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    item.classList.toggle("is-open", open);
  };
  button.addEventListener("click", () => set(button.getAttribute("aria-expanded") !== "true"));
  item.addEventListener("keydown", (event) => event.key === "Escape" && set(false));
});
