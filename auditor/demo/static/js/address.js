// Helps with the address: the postcode brings its town, the country its way to write postcodes.

shop.on("form[data-fields]", (form) => {
  const { postcode, city, country } = form.elements;
  if (!postcode || !city) return;

  postcode.addEventListener("change", async () => {
    if (city.value.trim() || !postcode.value.trim()) return;
    const asked = { country: country.value, postcode: postcode.value };
    const answer = await (await shop.post("/api/town", asked, "town")).json();
    if (answer.town && !city.value.trim()) {
      city.value = answer.town;
      for (const kind of ["change", "focusout"]) city.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  });
});
