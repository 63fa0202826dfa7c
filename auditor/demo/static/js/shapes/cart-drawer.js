// What was added slides in from the side.

shop.on("dialog[data-pop]", (dialog) => {
  dialog.showModal();
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
});
