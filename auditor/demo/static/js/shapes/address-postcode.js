// The postcode comes first; it brings the town, and the rest of the address opens.

shop.on("[data-lookup]", (part) => {
  const { postcode, city, country } = part.closest("form").elements;
  const rest = part.querySelector(".lookup__rest");
  const problem = part.querySelector("[data-lookup-problem]");
  const manual = part.querySelector("[data-lookup-manual]");

  const open = () => {
    rest.hidden = false;
    manual.setAttribute("aria-expanded", "true");
  };
  const find = async () => {
    if (!postcode.value.trim()) return;
    const asked = { country: country.value, postcode: postcode.value };
    const answer = await (await shop.post("/api/town", asked, "town")).json();
    problem.textContent = answer.message ?? "";
    problem.hidden = !answer.message;
    if (!answer.town) return;
    city.value = answer.town;
    open();
    rest.querySelector("input").focus();
  };

  part.querySelector("[data-lookup-find]").addEventListener("click", find);
  postcode.addEventListener("change", find);
  manual.addEventListener("click", () => {
    open();
    rest.querySelector("input").focus();
  });
});
