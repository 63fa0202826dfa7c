// Search that first has to be opened: a field behind an icon, or an overlay.

shop.on("[data-finder]", (finder) => {
  const field = () => finder.querySelector("input[type=search]");
  const toggle = finder.querySelector("[data-finder-open]");
  toggle?.addEventListener("click", () => {
    const open = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", String(open));
    finder.querySelector(".finder__panel").hidden = !open;
    if (open) field().focus();
  });
  finder.querySelector("[data-finder-dialog]")?.addEventListener("click", () => {
    finder.querySelector("dialog").showModal();
    field().focus();
  });
});
