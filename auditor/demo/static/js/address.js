// Helps with the address: the postcode brings its town, the country its way to write postcodes.

shop.on("form[data-fields]", (form) => {
  const { postcode, city, country } = form.elements;
  if (!postcode || !city) return;

  postcode.addEventListener("change", async () => {
    if (city.value.trim() || !postcode.value.trim()) return;
    const asked = new URLSearchParams({ country: country.value, postcode: postcode.value });
    const answer = await (await fetch(`/api/town?${asked}`)).json();
    if (answer.town && !city.value.trim()) {
      city.value = answer.town;
      for (const kind of ["change", "focusout"]) city.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  });
});
