// Countries with states or provinces bring their list when they are chosen.

shop.on("[data-regions]", (place) => {
  const { country } = place.closest("form").elements;

  const fill = async () => {
    const names = await (await fetch(`${place.dataset.regions}?country=${country.value}`)).json();
    place.querySelector(".field")?.remove();
    if (!names.length) return;
    const field = place.querySelector("template").content.cloneNode(true);
    const chosen = place.dataset.chosen;
    field.querySelector("select").append(...names.map((name) => new Option(name, name, false, name === chosen)));
    place.append(field);
  };

  country.addEventListener("change", fill);
  setTimeout(fill, 150);
});
