// Pop-ups nobody asked for: they come, now or a little later, and go when answered.

shop.on("[data-overlay]", (overlay) => {
  const close = (answer) => {
    overlay.remove();
    shop.post("/api/close", { what: "overlay", answer }, "close");
  };
  const wait = Number(overlay.dataset.overlay);
  if (wait) setTimeout(() => (overlay.hidden = false), wait);
  overlay.addEventListener("click", (event) => {
    const button = event.target.closest("[data-answer]");
    if (button) close(button.dataset.answer);
    const refusal = event.target.closest("[data-refuse]");
    if (refusal) overlay.querySelector("[data-refused]").hidden = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && overlay.dataset.escape && overlay.isConnected) close("escape");
  });
});

shop.on("[data-chat]", (chat) => {
  const button = chat.querySelector("[data-chat-open]");
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    chat.querySelector(".chat__panel").hidden = !open;
  });
});
