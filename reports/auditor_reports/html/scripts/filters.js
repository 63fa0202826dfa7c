"use strict";
// Everything works without scripts. This one shows the findings that are looked for, and says how many they are.
(() => {
  const bar = document.querySelector(".filters");
  if (!bar) return;
  const cards = [...document.querySelectorAll("article.card")];
  const rows = [...document.querySelectorAll(".glance tbody tr")];
  const buttons = [...bar.querySelectorAll("button[value]")];
  const [category, device] = bar.querySelectorAll("select");
  const words = bar.querySelector("input");
  const told = bar.querySelector("output");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(cards.map((card) => [card, plain(card.textContent)]));
  let severity = "";

  const fits = (card) => {
    const { dataset } = card;
    if (severity && dataset.severity !== severity) return false;
    if (category.value && dataset.category !== category.value) return false;
    if (device.value && !dataset.devices.split(" ").includes(device.value)) return false;
    return plain(words.value).split(/\s+/).every((word) => texts.get(card).includes(word));
  };
  const show = () => {
    let shown = 0;
    cards.forEach((card, place) => {
      card.hidden = !fits(card);
      if (rows[place]) rows[place].hidden = card.hidden;
      if (!card.hidden) shown += 1;
    });
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === severity));
    told.textContent = bar.dataset.shown.replace("{shown}", shown).replace("{all}", cards.length);
  };
  const reset = () => {
    severity = category.value = device.value = words.value = "";
    show();
  };
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = target && target.closest("article.card");
    if (!card || !card.hidden) return;
    reset();
    target.scrollIntoView();
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      severity = button.value;
      show();
    });
  }
  for (const list of [category, device]) list.addEventListener("change", show);
  words.addEventListener("input", show);
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    words.value = "";
    show();
  });
  addEventListener("beforeprint", reset);
  addEventListener("hashchange", reveal);
  bar.hidden = false;
  show();
})();
