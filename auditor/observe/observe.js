// One pass over one frame: every element is visited once, shadow roots (open and closed) included.
// Returns plain data only; nodes are kept in a registry so that an action finds the very same node again.
// Everything is measured before anything is returned: no layout is written, so no reflow is forced twice.
(limits) => {
  const started = performance.now();
  const engine = window[Symbol.for("storefront-auditor")] || {};
  const closedRoots = engine.closedRoots;
  const clickListeners = engine.clickListeners;
  const examined = (engine.examined = engine.examined || new WeakSet());
  const ticked = (engine.ticked = engine.ticked || new WeakMap()); // boxes and lists as first seen: scripts choose without the attribute
  const nodes = (engine.nodes = new Map());
  const numbers = new Map();
  const awaitingLabel = [];
  engine.numberOf = (element) => (numbers.has(element) ? numbers.get(element) : -1);
  Object.defineProperty(window, Symbol.for("storefront-auditor"), { value: engine, enumerable: false, configurable: true });

  const NATIVE = new Set(["A", "BUTTON", "INPUT", "SELECT", "TEXTAREA", "SUMMARY", "OPTION", "AREA"]);
  const ROLES = new Set(["button", "link", "radio", "checkbox", "option", "menuitem", "menuitemradio", "combobox", "listbox",
    "tab", "switch", "textbox", "searchbox", "spinbutton"]);
  const SKIP = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD", "META", "LINK", "BASE", "TITLE", "PARAM", "SOURCE", "TRACK", "BR", "WBR"]);
  const LANDMARKS = { HEADER: "header", NAV: "nav", MAIN: "main", FOOTER: "footer", ASIDE: "aside", DIALOG: "dialog" };
  const LANDMARK_ROLES = { banner: "header", navigation: "nav", main: "main", contentinfo: "footer", complementary: "aside",
    dialog: "dialog", alertdialog: "dialog", search: "search" };
  const KEPT = ["name", "title", "alt", "aria-label", "aria-haspopup", "aria-controls", "aria-current", "aria-describedby",
    "aria-errormessage", "aria-invalid", "aria-live", "aria-pressed", "aria-selected", "aria-checked", "aria-expanded",
    "aria-disabled", "aria-hidden", "aria-required", "aria-modal", "aria-autocomplete", "autocomplete", "inputmode", "pattern",
    "maxlength", "minlength", "min", "max", "step", "accept", "rel", "target", "formaction", "onclick", "itemprop", "for",
    "data-testid", "data-test", "data-hook", "data-action", "data-button-action", "data-role", "data-value", "data-id",
    "data-name", "data-href", "data-url"];

  const out = { url: location.href, title: String(document.title).slice(0, 1000), lang: document.documentElement.lang.slice(0, 100),
    dir: document.documentElement.dir || "", ready: document.readyState,
    viewport: [innerWidth, innerHeight], scroll: [Math.round(scrollX), Math.round(scrollY)],
    page: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    controls: [], texts: [], images: [], frames: [], forms: [], layers: [], regions: [], parents: [], signatures: [], kinds: [],
    shadow_roots: 0, truncated: [] };
  const kinds = new Map();
  const formIndex = new Map();
  const squeeze = (text, size) => text.replace(/[\s\u00a0\u200b\u00ad]+/g, " ").trim().slice(0, size);
  const sx = scrollX, sy = scrollY, vw = innerWidth, vh = innerHeight;
  const boxOf = (r) => [Math.round(r.left + sx), Math.round(r.top + sy), Math.round(r.width), Math.round(r.height)];

  // The tree as it is shown: a shadow root takes the place of its host's children, which stand where its slots are.
  const rootOf = (element) => element.shadowRoot || (closedRoots && closedRoots.get(element));
  const slotted = (element) => (element.tagName === "SLOT" && element.assignedNodes ? element.assignedNodes({ flatten: true }) : []);
  const shownNodes = (element) => {
    const assigned = slotted(element);
    return assigned.length ? assigned : (rootOf(element) || element).childNodes;
  };

  // Text as a person reads it: alternatives of pictures count, scripts do not.
  const textOf = (element, size) => {
    let text = "";
    const add = (node) => {
      for (const child of shownNodes(node)) {
        if (text.length >= size * 2) break;
        if (child.nodeType === 3) text += child.data;
        else if (child.nodeType === 1 && !SKIP.has(child.tagName)) {
          if (child.tagName === "IMG") text += " " + (child.getAttribute("alt") || "") + " ";
          else if (child.tagName === "SELECT") continue;
          else {
            if (child.tagName === "svg") { const t = child.querySelector("title"); if (t) text += " " + t.textContent + " "; continue; }
            // "T<b>itle</b>" is one word, "Cart<b>12</b>" and what stands on a line of its own are not.
            const joined = /^(B|I|EM|STRONG)$/.test(child.tagName) && !(/\p{L}$/u.test(text) && /^\s*\d/.test(child.textContent || ""))
              && getComputedStyle(child).display === "inline";
            const spaced = !joined;
            if (spaced) text += " ";
            add(child);
            if (spaced) text += " ";
          }
        }
      }
    };
    add(element);
    return squeeze(text, size);
  };
  const referenced = (element, attribute) => {
    const ids = element.getAttribute(attribute);
    if (!ids) return "";
    const root = element.getRootNode();
    return squeeze(ids.split(/\s+/).map((id) => { const e = root.getElementById && root.getElementById(id); return e ? textOf(e, 200) : ""; }).join(" "), 200);
  };
  const nameOf = (element, tag, text) => {
    const by = referenced(element, "aria-labelledby");
    if (by) return [by, "aria-labelledby"];
    const aria = squeeze(element.getAttribute("aria-label") || "", 200);
    if (aria) return [aria, "aria-label"];
    if (tag === "INPUT" || tag === "SELECT" || tag === "TEXTAREA") {
      const type = (element.type || "").toLowerCase();
      if (type === "submit" || type === "button" || type === "reset") {
        return element.value ? [squeeze(element.value, 200), "value"] : [squeeze(element.title || "", 200), element.title ? "title" : ""];
      }
      if (type === "image") return [squeeze(element.alt || element.value || element.title || "", 200), "alt"];
      const labels = element.labels;
      if (labels && labels.length) {
        const label = squeeze([...labels].map((l) => textOf(l, 200)).join(" "), 200);
        if (label) return [label, "label"];
      }
      if (element.title) return [squeeze(element.title, 200), "title"];
      if (element.placeholder) return [squeeze(element.placeholder, 200), "placeholder"];
      return ["", ""];
    }
    if (text) return [text, "text"];
    if (element.title) return [squeeze(element.title, 200), "title"];
    const inner = element.querySelector("[aria-label],[title]");
    if (inner) return [squeeze(inner.getAttribute("aria-label") || inner.title || "", 200), "text"];
    return ["", ""];
  };
  // The words right after a box that has no label: loose text up to the next field or line break.
  const following = (element) => {
    let text = "";
    for (let n = element.nextSibling; n && text.length < 200; n = n.nextSibling) {
      if (n.nodeType === 3) text += n.data;
      else if (n.nodeType === 1) {
        if (/^(INPUT|SELECT|TEXTAREA|BUTTON|BR|HR|P|DIV|TABLE|TR|TD|UL|LI|LABEL)$/.test(n.tagName)) { if (/\S/.test(text)) break; if (n.tagName !== "BR" && n.tagName !== "LABEL") break; }
        text += " " + textOf(n, 200) + " ";
      }
    }
    return squeeze(text, 200);
  };
  // The words right before a field that has no label: loose text back to the field before it.
  const preceding = (element) => {
    let text = "";
    for (let n = element.previousSibling; n && text.length < 120; n = n.previousSibling) {
      if (n.nodeType === 3) text = n.data + text;
      else if (n.nodeType === 1) {
        if (/^(INPUT|SELECT|TEXTAREA|BUTTON|HR|TABLE|TR|TD|UL|LI|FORM|SCRIPT|STYLE)$/.test(n.tagName) || n.querySelector("input,select,textarea")) break;
        if (!/^(BR|SPAN|B|I|EM|STRONG|SUP|SMALL|FONT|LABEL|P)$/.test(n.tagName)) break;
        text = " " + textOf(n, 120) + " " + text;
      }
    }
    return squeeze(text, 120);
  };
  // What style sheets draw before and after an element: words and signs as they are, a picture as one sign that stands for any.
  const MOST_FIELDS = 60; // no form has more; lists have a field for the quantity of each product
  let lookedAt = 0;
  const PICTURED = "\ufffc";
  const drawnBy = (element) => {
    let drawn = "";
    for (const side of ["::before", "::after"]) {
      const style = getComputedStyle(element, side);
      const content = style.content;
      if (content === "none" || content === "normal" || style.display === "none" || style.visibility === "hidden" || parseFloat(style.opacity) < 0.02) continue;
      const attribute = /^attr\(([\w-]+)\)/.exec(content);
      const words = attribute ? element.getAttribute(attribute[1]) || "" : (/^"((?:[^"\\]|\\.)*)"/.exec(content) || ["", ""])[1].replace(/\\(.)/g, "$1");
      const pictured = content.startsWith("url(") || style.backgroundImage.includes("url(") || (style.maskImage || "none") !== "none";
      drawn += " " + (words.trim() || (pictured ? PICTURED : ""));
    }
    return drawn;
  };
  // Such marks of a field: on its label, beside it, and on what holds this field alone.
  const drawnAround = (element) => {
    const near = new Set();
    for (const label of [...(element.labels || [])].slice(0, 2)) {
      near.add(label);
      for (const inner of [...label.querySelectorAll("*")].slice(0, 6)) near.add(inner);
    }
    const FIELDS = "input:not([type=hidden]),select,textarea";
    let held = element;
    for (let depth = 0; depth < 3 && held; depth++) {
      for (const side of [held.previousElementSibling, held.nextElementSibling]) {
        if (!side || SKIP.has(side.tagName) || side.matches(FIELDS) || side.querySelector(FIELDS)) continue;
        if ((side.tagName === "LABEL" && side.control && side.control !== element) || side.tagName === "FORM") continue;
        near.add(side);
        if (side.childElementCount < 4) for (const inner of side.children) near.add(inner);
      }
      held = held.parentElement;
      if (!held || held.tagName === "FORM" || held.querySelectorAll(FIELDS).length > 1) break;
      near.add(held);
    }
    return squeeze([...near].slice(0, 24).map(drawnBy).join(" "), 120);
  };
  const selectOptions = (select) => {
    const list = [];
    if (!ticked.has(select) && select.options.length) ticked.set(select, select.selectedIndex < 0 ? null : select.value);
    const preset = ticked.get(select);
    for (const o of select.options) {
      if (list.length >= limits.options) break;
      list.push([o.value, squeeze(o.label || o.text || "", 80), (o.disabled ? 1 : 0) | (o.selected ? 2 : 0) | (o.value === preset ? 4 : 0)]);
    }
    return list;
  };
  // Within the page and not cut off by an ancestor: drawers parked outside the page and closed accordions are not in sight.
  const inSight = (r, clip) => r.right + sx > 0 && r.bottom + sy > 0 && r.left + sx < Math.max(out.page[0], vw)
    && (!clip || (Math.min(r.right, clip[2]) - Math.max(r.left, clip[0]) > 1 && Math.min(r.bottom, clip[3]) - Math.max(r.top, clip[1]) > 1));
  const INLINE = /^(B|I|EM|STRONG|SUP|SUB|SMALL|SPAN|BDI|FONT|U|MARK|DATA)$/;
  // A price or label that is cut into several inline pieces ("12" "99") reads as one text.
  const inlineOnly = (element) => {
    const count = element.childElementCount;
    if (count < 1 || count > 6) return false;
    for (let c = element.firstElementChild; c; c = c.nextElementSibling) if (!INLINE.test(c.tagName) || c.childElementCount > 2) return false;
    return count > 1 && (element.textContent || "").length < 80;
  };
  const struckBy = (style) => style.textDecorationLine.includes("line-through");
  // Some shop systems wrap the whole page in <main>: its first header is the page's where no other is and it holds the menu or the search.
  const headsPage = (element) => element === document.querySelector("main header") && !document.querySelector("[role=banner]")
    && !Array.from(document.querySelectorAll("header")).some((other) => !other.closest("main"))
    && element.querySelector("nav, [role=navigation], [role=search], input[type=search]") !== null && element.querySelector("[aria-label*=crumb i], [class*=crumb i]") === null;
  const own = (element) => { for (let c = element.firstChild; c; c = c.nextSibling) if (c.nodeType === 3 && /\S/.test(c.data)) return true; return false; };
  const ownText = (element) => {
    let text = "";
    for (let c = element.firstChild; c; c = c.nextSibling) {
      if (c.nodeType === 3) text += c.data;
      else if (c.nodeType === 1 && INLINE.test(c.tagName) && !c.firstElementChild) text += " " + c.textContent + " ";
    }
    return squeeze(text, 400);
  };

  const record = (element, state) => {
    const tag = element.tagName;
    const n = out.parents.length;
    out.parents.push(state.parent);
    // A class with a colon ("aria-invalid:ring") says how the element would look in a state, not that it is in it.
    const classes = typeof element.className === "string" ? element.className.split(/\s+/).filter((c) => c && !c.includes(":")).join(" ") : "";
    const named = element.getAttribute("role") === "radiogroup" ? ["radiogroup"] : [];
    const kind = [tag.toLowerCase(), ...named, ...(classes ? classes.split(" ").slice(0, 2) : [])].join(".");
    let k = kinds.get(kind);
    if (k === undefined) { k = out.kinds.length; kinds.set(kind, k); out.kinds.push(kind.slice(0, 80)); }
    out.signatures.push(k);
    nodes.set(n, element);
    numbers.set(element, n);

    let { shown, pointer } = state;
    let style = null, rect = null;
    const measure = () => rect || (rect = element.getBoundingClientRect());
    if (shown) {
      style = getComputedStyle(element);
      if (style.display === "none" || style.visibility === "collapse") shown = false;
    }
    const closed = !shown || style.contentVisibility === "hidden" || (tag === "DETAILS" && !element.open);
    const solid = shown && style.visibility !== "hidden" && state.opacity * parseFloat(style.opacity) > 0.02;
    const role = (element.getAttribute("role") || "").split(" ")[0].toLowerCase();
    const within = tag === "HEADER" && state.landmark !== "" && state.landmark !== "header" && state.landmark !== "nav" && !headsPage(element);
    const landmark = LANDMARK_ROLES[role] || (within ? "" : LANDMARKS[tag]) || "";
    const next = { parent: n, shown, opacity: shown ? state.opacity * parseFloat(style.opacity) : 0, landmark: landmark || state.landmark,
      pointer: shown ? style.cursor === "pointer" : false, live: state.live, struck: state.struck, control: state.control,
      list: false, layer: state.layer, depth: state.depth, clip: style && style.position === "fixed" ? null : state.clip };
    const live = element.getAttribute("aria-live") || (role === "alert" || role === "status" || tag === "OUTPUT" ? (role || "status") : "");
    if (live && live !== "off") next.live = live;
    if (shown && (struckBy(style) || tag === "S" || tag === "DEL" || tag === "STRIKE")) next.struck = true;

    if (tag === "FORM") {
      formIndex.set(element, out.forms.length);
      out.forms.push({ n, action: (element.getAttribute("action") || "").slice(0, 1000),
        method: (element.getAttribute("method") || "").toLowerCase().slice(0, 20),
        id: (element.getAttribute("id") || "").slice(0, 200), // .id is the form's field of that name, where there is one
        name: (element.getAttribute("name") || "").slice(0, 200), class: classes.slice(0, 120), novalidate: element.noValidate,
        role, visible: solid });
    }
    if (landmark) out.regions.push({ n, kind: landmark, label: squeeze(element.getAttribute("aria-label") || "", 80), visible: solid });

    // Layers: what lies over the page.
    if (solid && (style.position === "fixed" || style.position === "sticky" || element.tagName === "DIALOG" || role === "dialog" || role === "alertdialog"
        || (style.position === "absolute" && parseInt(style.zIndex, 10) > 0 && !state.layer))) {
      const r = measure();
      const w = Math.min(r.right, vw) - Math.max(r.left, 0), h = Math.min(r.bottom, vh) - Math.max(r.top, 0);
      const share = w > 0 && h > 0 ? (w * h) / (vw * vh) : 0;
      if (share > 0.01 && style.pointerEvents !== "none" || element.open) {
        next.layer = true;
        const inside = (x, y) => r.left <= x && x <= r.right && r.top <= y && y <= r.bottom;
        out.layers.push({ n, role: role || (tag === "DIALOG" ? "dialog" : ""), position: style.position, z: parseInt(style.zIndex, 10) || 0, box: boxOf(r),
          share: Math.round(share * 1000) / 1000, center: inside(vw / 2, vh / 2), modal: element.getAttribute("aria-modal") === "true" || (tag === "DIALOG" && element.matches(":modal")),
          id: (element.getAttribute("id") || "").slice(0, 200), class: classes.slice(0, 160), label: squeeze(element.getAttribute("aria-label") || "", 80) });
      }
    }

    const editable = element.isContentEditable && !(element.parentElement && element.parentElement.isContentEditable);
    const listens = clickListeners && clickListeners.has(element) && tag !== "BODY" && tag !== "HTML";
    const native = NATIVE.has(tag) && !(tag === "A" && !element.hasAttribute("href") && !role && !listens && !next.pointer && !element.hasAttribute("onclick"));
    let custom = "";
    if (!native) {
      if (ROLES.has(role)) custom = "role";
      else if (editable) custom = "editable";
      else if (element.hasAttribute("onclick")) custom = "onclick";
      else if (listens) custom = "listener";
      else if (shown && next.pointer && (!pointer || state.list) && tag !== "LABEL") custom = "pointer";
      else if (element.hasAttribute("tabindex") && element.tabIndex >= 0 && tag !== "DIALOG" && !LANDMARK_ROLES[role]
        && !element.querySelector("a[href],button,input,select,textarea")) custom = "tabindex";
    }
    if (custom && custom !== "role" && custom !== "editable" && (tag === "DIALOG" || role === "dialog" || role === "alertdialog")) custom = "";
    if (custom && custom !== "role" && custom !== "editable" && shown) {
      // A listener on a whole page region is delegation, not a control.
      const r = measure();
      if (r.width * r.height > 0.5 * vw * vh || (custom !== "pointer" && element.getElementsByTagName("*").length > 60)) custom = "";
    }
    next.list = custom === "pointer" && element.children.length > 1;
    const exposed = solid && inSight(measure(), next.clip);
    if ((native && tag !== "OPTION") || custom || tag === "LABEL") {
      if (out.controls.length >= limits.controls) out.truncated.indexOf("controls") < 0 && out.truncated.push("controls");
      else control(element, { n, tag, role, shown, solid, exposed, style, rect: shown ? measure() : null, custom, landmark: next.landmark, editable, classes, inside: state.control, depth: state.depth });
      if (tag !== "LABEL") next.control = n;
    }

    if (shown && tag !== "BODY") {
      const x = style.overflowX, y = style.overflowY;
      if (x === "auto" || x === "scroll" || y === "auto" || y === "scroll") next.clip = inSight(measure(), next.clip) ? null : next.clip;
      else if (x === "hidden" || x === "clip" || y === "hidden" || y === "clip") {
        const r = measure(), c = next.clip;
        next.clip = c ? [Math.max(c[0], r.left), Math.max(c[1], r.top), Math.min(c[2], r.right), Math.min(c[3], r.bottom)] : [r.left, r.top, r.right, r.bottom];
      }
    }
    if (exposed) {
      const split = !own(element) && inlineOnly(element);
      if ((split || own(element)) && tag !== "OPTION" && tag !== "TEXTAREA") {
        if (out.texts.length >= limits.texts) out.truncated.indexOf("texts") < 0 && out.truncated.push("texts");
        else {
          const r = measure();
          if (r.width > 1 && r.height > 1) {
            const text = split ? textOf(element, 60) : ownText(element);
            if (text) {
              const t = { n, tag: tag.toLowerCase(), text, box: boxOf(r), size: Math.round(parseFloat(style.fontSize) * 10) / 10, weight: parseInt(style.fontWeight, 10) || 400, color: style.color };
              if (split) t.split = true;
              if (next.struck) t.struck = true;
              if (next.live) t.live = next.live;
              if (next.control >= 0) t.control = next.control;
              if (next.landmark) t.landmark = next.landmark;
              if (style.position === "fixed" || style.position === "sticky") t.fixed = true;
              out.texts.push(t);
            }
          }
        }
      }
      if (tag === "IMG" || tag === "svg" || tag === "CANVAS" || tag === "VIDEO") picture(element, tag, n, measure(), "");
      else if (style.backgroundImage !== "none" && style.backgroundImage.includes("url(")) picture(element, tag, n, measure(), style.backgroundImage);
      if (tag === "IFRAME" || tag === "FRAME" || tag === "OBJECT" || tag === "EMBED") {
        const r = measure();
        out.frames.push({ n, src: (element.src || element.data || "").slice(0, 2000), name: (element.name || "").slice(0, 200),
          title: element.title.slice(0, 200), id: element.id.slice(0, 200), box: boxOf(r), visible: r.width > 2 && r.height > 2,
          lazy: element.loading === "lazy" });
      }
    }
    if (tag === "svg" || tag === "SELECT" || tag === "IFRAME") return;
    const root = rootOf(element);
    // A custom element that holds nothing may hide a closed root that no script attached. It need not have a height: what it
    // shows may be a fixed layer. Each is looked into once.
    if (!root && shown && tag.includes("-") && !element.firstElementChild && !examined.has(element)) { examined.add(element); out.opaque = true; }
    if (root) {
      out.shadow_roots++;
      next.depth++;
    }
    for (const c of root || tag === "SLOT" ? shownNodes(element) : element.children) {
      if (c.nodeType !== 1 || SKIP.has(c.tagName) || numbers.has(c)) continue;
      record(c, closed && !(tag === "DETAILS" && shown && c.tagName === "SUMMARY") ? { ...next, shown: false } : next);
    }
  };

  const picture = (element, tag, n, r, background) => {
    if (r.width < 12 || r.height < 12 || out.images.length >= limits.images) return;
    const img = { n, kind: tag === "IMG" ? "img" : background ? "background" : tag.toLowerCase(), box: boxOf(r) };
    if (tag === "IMG") {
      img.src = (element.currentSrc || element.src || "").slice(0, 500);
      img.natural = [element.naturalWidth, element.naturalHeight];
      if (element.hasAttribute("alt")) img.alt = element.alt.slice(0, 200);
      if (element.loading === "lazy") img.lazy = true;
      if (!element.complete) img.pending = true;
    } else if (background) img.src = (/url\(["']?([^"')]*)/.exec(background) || ["", ""])[1].slice(0, 500);
    out.images.push(img);
  };

  const control = (element, at) => {
    const { n, tag, role, solid, style, rect } = at;
    const c = { n, tag: tag.toLowerCase() };
    const input = tag === "INPUT" || tag === "SELECT" || tag === "TEXTAREA";
    const type = tag === "INPUT" ? element.type : tag === "BUTTON" ? element.type : tag === "SELECT" ? (element.multiple ? "select-multiple" : "select-one") : tag === "TEXTAREA" ? "textarea" : "";
    if (type) c.type = type;
    if (role) c.role = role;
    if (at.custom) c.custom = at.custom;
    const visibleText = input ? "" : textOf(element, tag === "LABEL" ? 200 : 240);
    const [name, source] = tag === "LABEL" ? [visibleText, "text"] : nameOf(element, tag, visibleText);
    if (visibleText) c.text = visibleText;
    if (name && name !== visibleText) c.name = name;
    if (source) c.named_by = source;
    if (element.id) c.id = element.id.slice(0, 200);
    if (at.classes) c.class = at.classes.slice(0, 200);
    const attrs = {};
    for (const key of KEPT) { const value = element.getAttribute(key); if (value !== null && value !== undefined) attrs[key] = value.slice(0, 300); }
    if (Object.keys(attrs).length) c.attrs = attrs;
    if (tag === "A" || tag === "AREA") { if (element.hasAttribute("href")) { c.href = String(element.href).slice(0, 1000); c.raw_href = element.getAttribute("href").slice(0, 300); } }
    if (input) {
      if (element.placeholder) c.placeholder = squeeze(element.placeholder, 120);
      if (type !== "file") c.value = String(element.value).slice(0, 300);
      if (type === "radio" || type === "checkbox") {
        if (!ticked.has(element)) ticked.set(element, element.checked);
        c.checked = element.checked;
        c.default_checked = element.defaultChecked || ticked.get(element);
      }
      if (tag === "SELECT") c.options = selectOptions(element);
      if (element.required || element.getAttribute("aria-required") === "true") c.required = true;
      if (element.readOnly) c.readonly = true;
      if (element.willValidate && !element.validity.valid) c.invalid = squeeze(element.validationMessage || "invalid", 160);
      const label = element.labels && element.labels.length ? element.labels[0] : null;
      if (solid && lookedAt < MOST_FIELDS && !/^(radio|checkbox|hidden|submit|button|reset|image|range|color|file|search)$/.test(type)) {
        lookedAt++;
        c.drawn = drawnAround(element);
      }
      if (label) awaitingLabel.push([c, label]);
      else if (type === "radio" || type === "checkbox") { const text = following(element); if (text) c.beside = text; }
      else if (!name || source === "placeholder") { const text = preceding(element); if (text) c.beside = text; }
    } else if (at.editable) c.value = squeeze(element.textContent || "", 200);
    else if (role === "radio" || role === "checkbox" || role === "switch" || role === "option" || role === "tab") {
      const on = element.getAttribute("aria-checked") || element.getAttribute("aria-selected") || element.getAttribute("aria-pressed");
      if (on) c.checked = on === "true";
    }
    if (tag === "BUTTON" && element.value) c.value = element.value.slice(0, 200);
    const form = element.form || (element.closest && element.closest("form"));
    if (form && formIndex.has(form)) c.form = formIndex.get(form);
    if (tag === "LABEL" && element.control) c.controls = element.htmlFor || "";
    if (element.matches(":disabled") || element.getAttribute("aria-disabled") === "true") c.disabled = true;
    if (document.activeElement === element) c.focused = true;
    if (at.landmark) c.landmark = at.landmark;
    if (at.inside >= 0) c.inside = at.inside;
    if (at.depth) c.shadow = at.depth;
    if (solid && rect) {
      c.box = boxOf(rect);
      if (at.exposed && rect.width > 1 && rect.height > 1) {
        c.visible = true;
        if (style.pointerEvents === "none") c.inert = true;
        c.size = Math.round(parseFloat(style.fontSize) * 10) / 10;
        c.color = style.color;
        const bg = style.backgroundColor;
        if (bg !== "rgba(0, 0, 0, 0)") c.background = bg;
        if (parseFloat(style.opacity) < 0.6) c.faded = true;
        if (style.position === "fixed" || style.position === "sticky") c.fixed = true;
        const x = rect.left + rect.width / 2, y = rect.top + rect.height / 2;
        if (x >= 0 && y >= 0 && x < vw && y < vh) {
          c.in_view = true;
          if (out.probed === undefined) out.probed = 0;
          if (out.probed < limits.hits) {
            out.probed++;
            let hit = element.getRootNode().elementFromPoint(x, y);
            while (hit && hit !== element) hit = hit.parentNode || hit.host;
            if (!hit) {
              const top = document.elementFromPoint(x, y);
              const label = element.labels && element.labels[0];
              if (top && !element.contains(top) && !top.contains(element) && !(label && label.contains(top))) c.covered = true;
            }
          }
        }
      }
    }
    out.controls.push(c);
  };

  if (document.body) {
    record(document.body, { parent: -1, shown: true, opacity: 1, landmark: "", pointer: false, live: "", struck: false, control: -1, list: false, layer: false, depth: 0, clip: null });
  }
  for (const [c, label] of awaitingLabel) if (numbers.has(label)) c.label = numbers.get(label);
  out.meta = {};
  for (const m of document.querySelectorAll("meta[name],meta[property],meta[http-equiv]")) {
    const key = (m.getAttribute("name") || m.getAttribute("property") || m.getAttribute("http-equiv")).toLowerCase().slice(0, 100);
    if (!(key in out.meta)) out.meta[key] = (m.content || "").slice(0, 400);
  }
  out.links = [...document.querySelectorAll("link[rel][href]")].filter((l) => /canonical|alternate|search|manifest/.test(l.rel)).slice(0, 60)
    .map((l) => ({ rel: l.rel.slice(0, 100), href: l.href.slice(0, 2000), hreflang: l.hreflang.slice(0, 100) }));
  out.json_ld = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20).map((s) => s.textContent.slice(0, 20000));
  out.body_overflow = document.body ? getComputedStyle(document.body).overflowY : "";
  // The window takes the overflow of the root, or the body's where the root says nothing.
  const sideways = getComputedStyle(document.documentElement).overflowX;
  out.overflow_x = sideways === "visible" && document.body ? getComputedStyle(document.body).overflowX : sideways;
  out.elements = out.parents.length;
  delete out.probed;
  out.milliseconds = Math.round((performance.now() - started) * 10) / 10;
  return JSON.stringify(out); // one string crosses to the engine many times faster than a tree of objects
}
