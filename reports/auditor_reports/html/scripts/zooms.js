// One enlarged picture at a time: Escape closes it, the arrow keys go on to its neighbours in the same film or finding.
(() => {
  const zooms = [...document.querySelectorAll("details.zoom")];
  const steps = { ArrowLeft: -1, ArrowRight: 1 };
  const close = () => {
    for (const zoom of zooms) if (zoom.open) zoom.open = false;
  };

  document.addEventListener("keydown", (event) => {
    const at = zooms.find((zoom) => zoom.open);
    if (!at) return;
    if (event.key === "Escape") {
      close();
    } else if (event.key in steps) {
      const row = at.closest(".map, .exhibits");
      const film = row ? zooms.filter((zoom) => row.contains(zoom)) : [at];
      const next = film[film.indexOf(at) + steps[event.key]];
      if (!next) return;
      event.preventDefault();
      next.open = true;
      next.querySelector("summary").focus();
    }
  });
  for (const zoom of zooms) {
    zoom.addEventListener("toggle", () => {
      if (zoom.open) for (const other of zooms) if (other !== zoom) other.open = false;
    });
  }
  addEventListener("beforeprint", close);
})();
