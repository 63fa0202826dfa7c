// Answers to a cookie banner, and a way to change one's mind.

shop.on("[data-choose]", (button) => {
  button.addEventListener("click", () => {
    const banner = shop.closest(button, "[data-choice]");
    const ticked = [...banner.querySelectorAll("input:checked")].map((box) => box.name).join("+");
    shop.post("/api/close", { what: "consent", answer: button.dataset.choose || ticked || "none" }, "close");
    banner.remove();
  });
});

shop.on("[data-consent-open]", (button) => {
  button.addEventListener("click", async () => {
    await shop.post("/api/close", { what: "-consent" }, "close");
    location.reload();
  });
});
