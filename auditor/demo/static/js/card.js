// Card fields: shown when a card is chosen, grouped in fours, checked before anything is sent. Nothing leaves the page.

const luhn = (digits) =>
  [...digits].reverse().reduce((sum, digit, place) => {
    const doubled = Number(digit) * (place % 2 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0) % 10 === 0;

const digitsOf = (text) => text.replace(/\D/g, "");

const cardRules = {
  number: (text) => digitsOf(text).length >= 12 && luhn(digitsOf(text)),
  expiry: (text) => {
    const [, month, year] = text.match(/^\s*(\d{1,2})\s*\/?\s*(\d{2})\s*$/) ?? [];
    return month >= 1 && month <= 12 && new Date(2000 + Number(year), Number(month), 1) > new Date();
  },
  code: (text) => /^\d{3,4}$/.test(text.trim()),
  name: (text) => text.trim().length > 1,
};

const groupings = {
  number: (text) => digitsOf(text).slice(0, 19).replace(/(\d{4})(?=\d)/g, "$1 "),
  expiry: (text) => digitsOf(text).slice(0, 4).replace(/^(\d{2})(?=\d)/, "$1 / "),
};

shop.on("[data-card]", (field) => {
  const rule = cardRules[field.dataset.card];
  const check = () => shop.tell(field, rule(field.value) ? "" : field.dataset.bad);
  field.addEventListener("input", () => {
    const group = groupings[field.dataset.card];
    if (group && field.selectionStart === field.value.length) field.value = group(field.value);
    if (field.getAttribute("aria-invalid") === "true" && rule(field.value)) check();
  });
  field.addEventListener("blur", () => field.value.trim() && check());
});

shop.on("[data-pay-with]", (radio) => {
  radio.addEventListener("change", () => {
    const box = radio.form.querySelector("[data-card-box]");
    if (box) box.hidden = radio.dataset.payWith !== "card";
  });
});
