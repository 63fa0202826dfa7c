// Asks, while a step hook runs, whether what is about to be pressed may be (see hook_rail.py). The page is looked at where
// it stands, by `observe` (observe.js), and the press waits for the answer: a synchronous request that never leaves the
// browser. Filling fields and choosing are no presses.
((observe, path, limits) => {
  const key = Symbol.for("storefront-auditor-presses");
  if (window[key]) { window[key].active = true; return; }
  const rail = { active: true, observe, answer: null };
  Object.defineProperty(window, key, { value: rail });
  const PRESSED = "button, a, [type=submit], [type=image], [type=button], [role=button], [role=link]";
  const FIELD = "input, select, textarea, option, label, [role=radio], [role=checkbox], [role=switch], [role=option], [role=combobox]";

  // The outermost document of the same site: a frame alone does not tell what it is part of.
  const outermost = () => {
    let view = window;
    try { while (view.parent !== view && view.parent.document && view.parent[key]) view = view.parent; } catch { /* another site's */ }
    return view;
  };
  const ask = (target) => {
    if (!rail.active || !location.protocol.startsWith("http")) return true;
    const id = `${Date.now()}-${Math.random()}`;
    try {
      const view = outermost();
      const seen = view[key].observe(limits);
      const node = view === window ? view[Symbol.for("storefront-auditor")].numberOf(target) : -1;
      const label = ((target.closest(PRESSED) || target).innerText || target.value || "").trim().slice(0, 200);
      window.storefrontAuditorPress({ id, node, label, whole: view === window.top }, seen);
      const request = new XMLHttpRequest();
      request.open("POST", location.origin + path, false);
      request.send(id);
      if (request.responseText === "off") rail.active = false;
      return request.responseText !== "no";
    } catch {
      return false; // who cannot ask does not press
    }
  };
  const decide = (event) => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    if (event.type === "click") {
      if (!target.closest(PRESSED) && target.closest(FIELD)) return;
      rail.answer = ask(target);
      setTimeout(() => { rail.answer = null; }, 0); // a form that this very click sends is not asked for again
    }
    if (rail.answer === null ? ask(event.submitter || target) : rail.answer) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("click", decide, true);
  addEventListener("submit", decide, true);
  const send = HTMLFormElement.prototype.submit;
  HTMLFormElement.prototype.submit = function submit() {
    if (rail.answer === null ? ask(this) : rail.answer) send.call(this);
  };
})
