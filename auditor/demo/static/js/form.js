// Says what is wrong with a field once it is left, and stops as soon as it is right. The rules live on the server.

shop.tell = (field, message) => {
  const box = field.closest("[data-field]");
  const place = box.querySelector(".error");
  place.textContent = message ?? "";
  place.hidden = !message;
  box.classList.toggle("field--wrong", Boolean(message));
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
};

shop.on("form[data-check]", (form) => {
  const ask = async (field) => {
    const country = form.elements.country?.value ?? "";
    const body = { name: field.name, value: field.value, country };
    const answer = await (await shop.post(form.dataset.check, body, "check")).json();
    if (body.value === field.value) shop.tell(field, answer.message);
  };

  form.addEventListener("focusout", (event) => {
    const field = event.target;
    if (field.matches?.("input[type=text], input[type=email], input[type=tel]") && field.value.trim()) ask(field);
  });
  form.addEventListener("input", (event) => {
    if (event.target.getAttribute("aria-invalid") === "true") ask(event.target);
  });
});

shop.on(".trouble", (trouble) => {
  const root = trouble.getRootNode();
  root.querySelector("[aria-invalid=true]")?.focus();
  trouble.addEventListener("click", (event) => {
    const field = event.target.hash && root.getElementById(event.target.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.focus();
  });
});
