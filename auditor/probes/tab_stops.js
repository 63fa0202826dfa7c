// Follows the keyboard's focus through one page: what has it, whether that can be seen, whether a control can get it.
// A look is what an element, its label, its neighbours and what surrounds it are drawn like; two looks tell whether the focus shows.
() => {
  const engine = window[Symbol.for("storefront-auditor")] || {};
  const closedRoots = engine.closedRoots;
  const DRAWN = ["boxShadow", "backgroundColor", "backgroundImage", "backgroundPosition", "backgroundSize", "color", "fill", "stroke", "fontWeight", "fontSize",
    "transform", "opacity", "filter", "visibility", "display", "clipPath", "width", "height", "top", "left", "content", "textShadow"];
  // Lines that are only there with a style: what else is said of them does not show without.
  const LINED = [["outlineStyle", "outlineWidth", "outlineColor", "outlineOffset"], ["borderTopStyle", "borderTopWidth", "borderTopColor"],
    ["borderBottomStyle", "borderBottomWidth", "borderBottomColor"], ["borderLeftStyle", "borderLeftWidth", "borderLeftColor"],
    ["textDecorationLine", "textDecorationColor", "textDecorationThickness"]];
  const TYPED = new Set(["text", "email", "tel", "search", "number", "url", "password", ""]);
  const FOCUSABLE = "a[href],area[href],button,input,select,textarea,summary,iframe,[tabindex],[contenteditable]";

  const rootOf = (element) => element.shadowRoot || (closedRoots && closedRoots.get(element));
  const focused = () => {
    let element = document.activeElement;
    while (element && rootOf(element) && rootOf(element).activeElement) element = rootOf(element).activeElement;
    return element && element !== document.body && element !== document.documentElement ? element : null;
  };
  const parentOf = (element) => element.parentElement || (element.getRootNode() && element.getRootNode().host) || null;
  const labelsOf = (element) => (element.labels ? [...element.labels] : []);
  // Changes that glide are brought to their end, so that a look is never taken half way.
  const still = () => {
    for (const animation of document.getAnimations ? document.getAnimations() : []) {
      if (typeof CSSTransition === "undefined" || !(animation instanceof CSSTransition)) continue;
      try { animation.finish(); } catch { /* one without an end */ }
    }
  };

  const near = (element) => {
    const found = [element, ...labelsOf(element)];
    for (let e = element.nextElementSibling, n = 0; e && n < 3; e = e.nextElementSibling, n++) found.push(e);
    if (element.previousElementSibling) found.push(element.previousElementSibling);
    for (let e = parentOf(element), n = 0; e && e !== document.body && n < 4; e = parentOf(e), n++) found.push(e);
    for (const e of [...element.querySelectorAll("*")].slice(0, 8)) found.push(e);
    for (const label of labelsOf(element)) for (const e of [...label.querySelectorAll("*")].slice(0, 6)) found.push(e);
    return [...new Set(found)];
  };
  const draw = (style) => [...DRAWN.map((name) => style[name]), ...LINED.map((line) => (style[line[0]] === "none" ? "" : line.map((name) => style[name]).join(" ")))].join("|");
  const look = (elements) => elements.map((e) => (e.isConnected ? [null, "::before", "::after"].map((part) => draw(getComputedStyle(e, part))).join("#") : "")).join("\n");

  const boxOf = (element) => {
    let box = element.getBoundingClientRect();
    for (const other of [...labelsOf(element), element.nextElementSibling, parentOf(element)]) {
      if (box.width >= 4 && box.height >= 4) break;
      if (other) box = other.getBoundingClientRect();  // a box drawn by its label alone
    }
    return box;
  };
  const inWindow = (box) => box.right > 1 && box.bottom > 1 && box.left < innerWidth - 1 && box.top < innerHeight - 1 && box.width > 1 && box.height > 1;
  const shown = (element) => !element.checkVisibility || element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const held = (outer, inner) => { for (let e = inner; e; e = parentOf(e)) if (e === outer) return true; return false; };
  const lying = (element) => { for (let e = element; e && e !== document.body; e = parentOf(e)) if (/fixed|sticky/.test(getComputedStyle(e).position)) return e; return null; };
  const topmost = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    for (let root = hit && rootOf(hit); root; root = hit && rootOf(hit)) { const inner = root.elementFromPoint(x, y); if (!inner || inner === hit) break; hit = inner; }
    return hit;
  };
  // What lies over all of an element: the bar, banner or bubble that hides the focus, null where a part can be seen.
  const coverOf = (element, box) => {
    const own = lying(element);
    let over = null;
    for (const dx of [0.1, 0.5, 0.9]) for (const dy of [0.1, 0.5, 0.9]) {
      const x = box.left + box.width * dx, y = box.top + box.height * dy;
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
      const hit = topmost(x, y);
      const cover = hit && lying(hit);
      if (!cover || cover === own || held(cover, element) || held(element, hit) || labelsOf(element).some((l) => held(l, hit))) return null;
      over = cover;
    }
    return over;
  };
  const words = (element) => (element.getAttribute("aria-label") || (element.labels && element.labels[0] && element.labels[0].textContent) || element.textContent
    || element.title || element.placeholder || (element.querySelector && element.querySelector("img[alt]") || {}).alt || element.getAttribute("name") || "").replace(/\s+/g, " ").trim().slice(0, 60);
  const selectorOf = (element) => {
    const tag = element.tagName.toLowerCase();
    if (element.id && /^[A-Za-z_][\w-]*$/.test(element.id)) return `${tag}#${element.id}`;
    if (element.name && !/"/.test(element.name)) return `${tag}[name="${element.name}"]`;
    return [tag, ...[...element.classList].filter((c) => /^-?[A-Za-z_][\w-]*$/.test(c)).slice(0, 2)].join(".");
  };

  const stops = [];
  const state = {
    // After each press of the Tab key: says what has the focus, and whether the stop before looks different without it.
    step() {
      still();
      const element = focused();
      const before = stops[stops.length - 1];
      if (before && before.element && before.element !== element && before.showing === undefined) before.showing = look(before.around) !== before.look;
      if (!element) { stops.push({ element: null }); return { n: -1 }; }
      let box = boxOf(element);
      if (!inWindow(box)) { element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" }); box = boxOf(element); }
      const around = near(element);
      const stop = { element, around, look: look(around) };
      stops.push(stop);
      const typed = (element.tagName === "INPUT" && TYPED.has(element.type)) || element.tagName === "TEXTAREA" || element.isContentEditable;
      if (typed && getComputedStyle(element).caretColor !== "rgba(0, 0, 0, 0)") stop.showing = true;  // the caret itself shows it
      const visible = inWindow(box) && (shown(element) || labelsOf(element).some(shown));
      const cover = visible ? coverOf(element, box) : null;
      return { n: engine.numberOf ? engine.numberOf(element) : -1, tag: element.tagName.toLowerCase(), words: words(element), selector: selectorOf(element),
        link: element.tagName === "A" ? element.getAttribute("href") || "" : "", visible, covered: cover ? selectorOf(cover) : "",
        layered: !!element.closest("dialog,[role=dialog],[role=alertdialog],[aria-modal=true]"), place: stops.findIndex((s) => s.element === element) };
    },
    // At the end: takes the focus away and says of each stop whether it showed, null where nothing had the focus.
    leave() {
      const element = focused();
      if (element) element.blur();
      still();
      for (const stop of stops) if (stop.element && stop.showing === undefined) stop.showing = look(stop.around) !== stop.look;
      return stops.map((stop) => (stop.element ? stop.showing : null));
    },
    // For comparing pictures: gives a stop the focus again, returns the part of the window to look at.
    again(place) {
      const element = stops[place].element;
      if (!element.isConnected) return null;
      element.focus({ preventScroll: true });  // scrolling by itself may glide, and the picture would be of another place
      if (focused() !== element) return null;
      if (!inWindow(boxOf(element))) element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const box = boxOf(element), edge = 10;
      const x = Math.max(0, box.left - edge), y = Math.max(0, box.top - edge);
      const width = Math.min(innerWidth, box.right + edge) - x, height = Math.min(innerHeight, box.bottom + edge) - y;
      return width > 4 && height > 4 ? { x, y, width, height } : null;
    },
    blur() { const element = focused(); if (element) element.blur(); },
    // Whether a control can get the focus from the keyboard: itself, what stands in it, what it stands in, the field it labels.
    reach(n) {
      const element = engine.nodes && engine.nodes.get(n);
      if (!element || !element.isConnected) return "gone";
      if (element.matches(":disabled") || element.getAttribute("aria-disabled") === "true") return "disabled";
      const outer = [];
      for (let e = parentOf(element), i = 0; e && i < 3; e = parentOf(e), i++) if (e.matches(FOCUSABLE)) outer.push(e);
      const tried = [element, ...(element.control ? [element.control] : []), ...element.querySelectorAll(FOCUSABLE), ...outer];
      for (const e of tried) {
        if (e.tabIndex < 0 || e.closest("[inert]") || !e.matches(FOCUSABLE)) continue;
        e.focus();
        if (focused() === e) { state.at = e; return "reached"; }
      }
      if (outer.some((e) => e.tabIndex >= 0) || rootOf(element)) return "unsure";
      return element.matches(FOCUSABLE) && element.tabIndex >= 0 ? "unsure" : "unreachable";
    },
    moved() { return focused() !== state.at; },
    count() { return [...document.querySelectorAll(FOCUSABLE)].filter((e) => e.tabIndex >= 0 && shown(e)).length; },
  };
  return state;
}
