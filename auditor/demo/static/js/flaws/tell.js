// A planted flaw: what is typed into the checkout stands in the address of a request to the shop itself.

shop.on("input[type=email]", (field) => {
  field.addEventListener("change", () => fetch(`/search?known=${encodeURIComponent(field.value)}`));
});
