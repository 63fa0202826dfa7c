// Everything goes to one GraphQL address; only the mutation's name tells a choice from an order.

const mutate = async (name, variables) => {
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: `mutation ($input: Input!) { ${name}(input: $input) { ok next } }`, variables }),
  });
  return (await answer.json()).data[name];
};

shop.on("form[data-channel]", (form) => {
  form.addEventListener("change", (event) => {
    if (event.target.name === "payment") mutate("setPaymentMethod", { input: { method: event.target.value } });
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { next } = await mutate("placeOrder", { input: { method: new FormData(form).get("payment") } });
    location.assign(next);
  });
});
