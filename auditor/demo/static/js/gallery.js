// The product pictures: thumbnails change the big one, a press on it opens it larger still.

shop.on("[data-gallery]", (gallery) => {
  const main = gallery.querySelector("[data-zoom] img");
  const dialog = gallery.querySelector("dialog");
  const thumbs = [...gallery.querySelectorAll("[data-thumb]")];
  const at = (name, width) => name.replace(/-\d+\.webp$/, `-${width}.webp`);

  for (const thumb of thumbs) {
    thumb.addEventListener("click", () => {
      const picture = thumb.querySelector("img");
      const name = new URL(picture.src).pathname;
      main.srcset = [480, 960, 1440].map((width) => `${at(name, width)} ${width}w`).join(", ");
      main.src = at(name, 960);
      main.alt = picture.alt;
      thumbs.forEach((other) => other.toggleAttribute("aria-current", false));
      thumb.setAttribute("aria-current", "true");
    });
  }

  gallery.querySelector("[data-zoom]").addEventListener("click", () => {
    const large = Object.assign(new Image(1440, 1440), { alt: main.alt });
    large.src = at(new URL(main.currentSrc || main.src).pathname, 1440);
    dialog.querySelector("[data-large]").replaceChildren(large);
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
});
