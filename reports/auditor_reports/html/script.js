"use strict";
// Everything works without this script; it adds filters, Escape for enlarged pictures, and opens what is folded for print.
(() => {
  const zooms = [...document.querySelectorAll("details.zoom")];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const zoom of zooms) if (zoom.open) zoom.open = false;
  });
  for (const zoom of zooms) {
    zoom.addEventListener("toggle", () => {
      if (zoom.open) for (const other of zooms) if (other !== zoom) other.open = false;
    });
  }

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) show("", "");
    for (let at = target; at; at = at.parentElement) if (at.matches("details.fold")) at.open = true;
    if (target.matches("details.zoom")) target.open = true;
  };

  let closed = [];
  addEventListener("beforeprint", () => {
    show("", "");
    for (const zoom of zooms) zoom.open = false;
    closed = [...document.querySelectorAll("details.fold:not(.extra, [open])")];
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });

  const cards = [...document.querySelectorAll("article.card")];
  const bar = document.querySelector(".filters");
  const buttons = [];
  const select = document.createElement("select");
  const told = document.createElement("output");

  const show = (severity, category) => {
    let shown = 0;
    for (const card of cards) {
      card.hidden = (severity && card.dataset.severity !== severity) || (category && card.dataset.category !== category) ? true : false;
      if (!card.hidden) shown += 1;
    }
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === severity));
    select.value = category;
    if (bar) told.textContent = bar.dataset.shown.replace("{shown}", shown).replace("{all}", cards.length);
  };

  if (bar && cards.length > 5) {
    const present = new Set(cards.map((card) => card.dataset.severity));
    const pressed = () => (buttons.find((button) => button.getAttribute("aria-pressed") === "true") || { value: "" }).value;
    for (const severity of ["", "critical", "major", "minor"]) {
      if (severity && !present.has(severity)) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.value = severity;
      button.textContent = bar.dataset[severity || "all"];
      button.addEventListener("click", () => show(severity, select.value));
      buttons.push(button);
      bar.append(button);
    }
    select.setAttribute("aria-label", bar.dataset.category);
    select.append(new Option(bar.dataset.categories, ""));
    for (const category of [...new Set(cards.map((card) => card.dataset.category))].sort()) select.append(new Option(category, category));
    select.addEventListener("change", () => show(pressed(), select.value));
    bar.append(select, told);
    bar.hidden = false;
    show("", "");
  }
  addEventListener("hashchange", reveal);
  reveal();
})();
