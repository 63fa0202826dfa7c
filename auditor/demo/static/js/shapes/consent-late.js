// The cookie card that comes when one has begun to read.

shop.on("template[data-late]", (template) => {
  setTimeout(() => {
    const card = template.content.firstElementChild.cloneNode(true);
    template.replaceWith(card);
    shop.mount(card);
  }, 1500);
});
