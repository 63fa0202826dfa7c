// A planted flaw: takes the live regions away as soon as they come, and keeps the focus where it is.
const mute = () => {
  for (const element of document.querySelectorAll("[role=alert], [role=status], [aria-live]")) {
    element.removeAttribute("role");
    element.removeAttribute("aria-live");
  }
};
HTMLElement.prototype.focus = () => {};
new MutationObserver(mute).observe(document, { subtree: true, childList: true, attributes: true });
mute();
