// Notes every so many milliseconds which of several large things in one place is shown (a banner's slides), and what lies over
// the middle of the window, for as long as the page is open.
(every) => {
  const LEAST = 0.12, WHOLE = 1, SHOWN = 0.5, SCREENS = 1.2, SLIDES = 60, GROUPS = 40;
  const notes = window.__auditorLingers = { groups: [], covers: [], meets: null };
  const covers = new Map();
  const kind = (e) => `${e.tagName} ${e.classList[0] || ""}`;

  // Elements side by side, alike, of which at least one is large: whatever is shown in turns is built like that. The one that is
  // shown may have a class more than the others, and that may be the first.
  const sorted = (elements, key) => elements.reduce((m, e) => m.set(key(e), [...(m.get(key(e)) || []), e]), new Map());
  const alike = (parent) => [...sorted([...parent.children], (e) => e.tagName).values()].flatMap((same) => {
    const classes = [...sorted(same, (e) => [...e.classList].sort().join(" "))].sort(([a, x], [b, y]) => y.length - x.length || a.length - b.length);
    const marked = classes.length === 2 && classes[1][1].length === 1 ? classes[1][1][0] : null;
    const one = marked && [...classes[0][1][0].classList].every((c) => marked.classList.contains(c));
    return one ? [same] : [...sorted(same, kind).values()];
  });
  const groups = [];
  for (const parent of document.querySelectorAll("body *")) {
    if (parent.children.length < 2) continue;
    for (const slides of alike(parent)) {
      if (slides.length < 2 || slides.length > SLIDES || groups.length >= GROUPS) continue;
      // A slide may be narrower than the banner that holds nothing else.
      const banner = parent.children.length === slides.length && !parent.matches("main, ul, ol, nav") ? [parent] : [];
      const large = [...slides, ...banner].some((e) => {
        const r = e.getBoundingClientRect(), wide = e === parent ? Math.min(r.width, innerWidth) : r.width;
        const area = (wide * r.height) / (innerWidth * innerHeight);
        return area >= LEAST && (e !== parent || area < WHOLE) && r.top + scrollY < SCREENS * innerHeight;
      });
      if (large) groups.push({ parent, slides, last: null, half: "", turns: [] });
    }
  }

  const share = (e) => {
    if (!e.checkVisibility || !e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return 0;
    let { left, top, right, bottom } = e.getBoundingClientRect();
    const area = (right - left) * (bottom - top);
    for (let a = e; a && a !== document.documentElement; a = a.parentElement) {
      const style = getComputedStyle(a);
      if (parseFloat(style.opacity) < 0.5) return 0;
      if (a === e || style.overflow === "visible") continue;
      const r = a.getBoundingClientRect();
      left = Math.max(left, r.left); top = Math.max(top, r.top); right = Math.min(right, r.right); bottom = Math.min(bottom, r.bottom);
    }
    left = Math.max(left, 0); right = Math.min(right, innerWidth);
    return area > 0 && right > left && bottom > top ? ((right - left) * (bottom - top)) / area : 0;
  };
  // Of slides that lie upon one another, the one that a pointer would meet is shown.
  const upon = (e, slides) => {
    const r = e.getBoundingClientRect();
    for (const met of document.elementsFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2)) {
      const holder = slides.find((other) => other.contains(met));
      if (holder) return holder === e;
    }
    return true;
  };
  const box = (e) => { const r = e.getBoundingClientRect(); return [r.left + scrollX, r.top + scrollY, r.width, r.height].map(Math.round); };
  const name = (e) => (e.id ? `${e.tagName.toLowerCase()}#${CSS.escape(e.id)}` : [e.tagName.toLowerCase(), ...[...e.classList].slice(0, 1).map((c) => CSS.escape(c))].join("."));

  const look = () => {
    const now = Math.round(performance.now()); // milliseconds since the page was asked for
    for (const group of groups) {
      if (!group.parent.isConnected) continue;
      const seen = group.slides.filter((e) => share(e) >= SHOWN);
      const shown = seen.filter((e) => upon(e, seen)).map((e) => group.slides.indexOf(e));
      if (!shown.length) continue; // in the middle of a change
      const gone = (group.last || shown).some((n) => !shown.includes(n)), came = shown.some((n) => !(group.last || shown).includes(n));
      if (gone && came) group.turns.push(now);
      // Where slides only come or only go, a change is under way, or the page was still being built: then it stays so.
      if (gone === came || group.half === shown.join()) { group.last = shown; group.half = ""; }
      else group.half = shown.join();
    }
    notes.groups = groups.filter((g) => g.turns.length && g.parent.isConnected)
      .map((g) => ({ n: groups.indexOf(g), selector: name(g.parent), box: box(g.parent), slides: g.slides.length, turns: g.turns }));
    const met = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    for (let e = met; e && e !== document.body; e = e.parentElement) {
      if (getComputedStyle(e).position === "fixed" || e.tagName === "DIALOG") { if (!covers.has(e)) covers.set(e, now); break; }
    }
    notes.covers = [...covers].filter(([e]) => e.isConnected && e.offsetWidth).map(([e, at]) => ({ box: box(e), at }));
  };
  // Whether a pointer at a place meets what turns there; what came up in the meantime is put away first.
  notes.meets = ([n, x, y]) => {
    for (const e of covers.keys()) e.style.setProperty("display", "none", "important");
    const met = document.elementFromPoint(x, y);
    return groups[n].parent.contains(met);
  };
  look();
  setInterval(look, every);
}
