// Opens and closes what hides on small screens: the menu, the filters, a search field.

const toggles = (button, panel) => {
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", open);
    panel().classList.toggle("is-open", open);
  });
};

shop.on("[data-burger]", (button) => {
  toggles(button, () => document.getElementById("menu"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") button.click();
  });
});

shop.on("[data-open-filters]", (button) => toggles(button, () => document.getElementById("filter-groups")));

shop.on("[data-show]", (button) => {
  button.addEventListener("click", () => {
    const part = button.getRootNode().getElementById(button.dataset.show);
    part.hidden = false;
    button.closest("p").hidden = true;
    part.querySelector("input")?.focus();
  });
});

shop.on("[data-toggle]", (box) => {
  box.addEventListener("change", () => {
    box.getRootNode().getElementById(box.dataset.toggle).hidden = box.checked;
  });
});
