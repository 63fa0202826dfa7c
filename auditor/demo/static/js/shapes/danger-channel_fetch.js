// The order is sent by fetch, as JSON.

shop.on("form[data-channel]", (form) => {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const payment = new FormData(form).get("payment");
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Part": "page" },
      body: JSON.stringify({ payment }),
    });
    location.assign(answer.url);
  });
});
