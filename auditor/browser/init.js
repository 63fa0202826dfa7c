// Runs in every document before the page's own scripts. Keeps two facts that cannot be asked for later,
// changes nothing a page can notice by its behaviour: which shadow roots are closed, which elements listen to clicks.
(() => {
  const key = Symbol.for("storefront-auditor");
  if (window[key]) return;
  const engine = { closedRoots: new WeakMap(), clickListeners: new WeakSet() };
  Object.defineProperty(window, key, { value: engine, enumerable: false, configurable: true });

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init) {
    const root = attach.call(this, init);
    if (init && init.mode === "closed") engine.closedRoots.set(this, root);
    return root;
  };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function addEventListener(type, listener, options) {
    if ((type === "click" || type === "pointerdown" || type === "mousedown") && this instanceof Element) engine.clickListeners.add(this);
    return listen.call(this, type, listener, options);
  };
})();
