// How every behaviour finds its elements, wherever they live: in the page or in a shadow root that was made known.

const shop = { roots: [document], behaviours: [], done: new WeakMap() };

shop.on = (selector, behave) => shop.behaviours.push([selector, behave]);

shop.mount = (root) => {
  for (const [selector, behave] of shop.behaviours) {
    const found = [...root.querySelectorAll(selector)];
    if (root instanceof Element && root.matches(selector)) found.unshift(root);
    for (const element of found) {
      const seen = shop.done.get(element) ?? new Set();
      if (seen.has(behave)) continue;
      shop.done.set(element, seen.add(behave));
      behave(element);
    }
  }
};

shop.all = (selector) => shop.roots.flatMap((root) => [...root.querySelectorAll(selector)]);

shop.closest = (element, selector) => {
  const found = element.closest(selector);
  const root = element.getRootNode();
  return found ?? (root instanceof ShadowRoot ? shop.closest(root.host, selector) : null);
};

shop.visit = (address) => location.assign(address);

shop.post = (action, body, part) =>
  fetch(action, { method: "POST", body: new URLSearchParams(body), headers: { "X-Part": part } });
