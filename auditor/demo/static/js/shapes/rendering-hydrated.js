// The page comes finished, but its buttons wake only some time later.

const mountNow = shop.mount;

shop.mount = (root) => {
  if (root !== document || !document.body.classList.contains("page--dry")) return mountNow(root);
  setTimeout(() => {
    for (const button of document.querySelectorAll("[data-submit]")) button.type = "submit";
    document.body.classList.remove("page--dry");
    mountNow(document);
  }, 700);
};
