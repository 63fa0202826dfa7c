// One page: once the address is complete, the delivery methods and the sum come without leaving the page.

const finished = (form) =>
  [...form.elements].every((field) => !field.required || field.closest("[hidden]") || field.value.trim());

const bring = (html, parts) => {
  for (const part of parts) shop.swapIn(html, part);
  const total = new DOMParser().parseFromString(html, "text/html").querySelector("[data-total]")?.textContent;
  for (const place of shop.all("[data-total]")) place.textContent = total ?? place.textContent;
};

shop.on("form[data-fields]", (form) => {
  let sent = "";
  const ask = async () => {
    const body = new URLSearchParams(new FormData(form)).toString();
    if (!finished(form) || body === sent) return;
    sent = body;
    const answer = await shop.post(form.action, body, "swap");
    const html = await answer.text();
    const fresh = new DOMParser().parseFromString(html, "text/html");
    for (const wrong of fresh.querySelectorAll(".field--wrong :is(input, select)")) {
      shop.tell(form.elements[wrong.name], wrong.closest("[data-field]").querySelector(".error").textContent);
    }
    bring(html, ["delivery-part", "summary"]);
  };
  form.addEventListener("change", ask);
  form.addEventListener("focusout", ask);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
});

shop.on("form[data-part]", (form) => {
  form.addEventListener("change", async () => {
    const answer = await shop.post(form.action, new FormData(form), "swap");
    bring(await answer.text(), ["summary"]);
  });
});
