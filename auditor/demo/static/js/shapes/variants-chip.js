// Chips: buttons that behave as radio buttons and write their choice into a hidden field.

shop.on("[data-chips]", (group) => {
  const chips = [...group.querySelectorAll("[data-value]")];
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      if (chip.getAttribute("aria-disabled") === "true") return;
      chips.forEach((other) => other.setAttribute("aria-checked", String(other === chip)));
      group.querySelector("input").value = chip.dataset.value;
    });
  }
});
