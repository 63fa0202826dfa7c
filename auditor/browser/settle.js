// Resolves when the page has been quiet for a moment: no elements added or removed, no state changed.
// Text that ticks (countdowns) and the gliding of carousels do not count as unrest.
([quiet, limit]) => new Promise((resolve) => {
  const started = performance.now();
  let changes = 0, last = started;
  const STATE = new Set(["class", "hidden", "disabled", "open", "aria-hidden", "aria-expanded", "aria-busy", "aria-invalid", "checked", "value", "src"]);
  const watcher = new MutationObserver((records) => {
    for (const r of records) {
      const elements = r.type === "childList" && [...r.addedNodes, ...r.removedNodes].some((n) => n.nodeType === 1);
      if (elements || (r.type === "attributes" && STATE.has(r.attributeName))) { changes++; last = performance.now(); }
    }
  });
  watcher.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: [...STATE] });
  // A drawer or menu that is still gliding in is not there yet; endless animations (spinners, banners) are no reason to wait.
  const gliding = () => document.getAnimations().some((a) => {
    if (a.playState !== "running" || !a.effect) return false;
    const end = a.effect.getComputedTiming().endTime;
    return Number.isFinite(end) && end < 1500 && a.effect.target && (a.effect.target.offsetWidth || 0) > 40;
  });
  const check = () => {
    const now = performance.now();
    if (gliding()) last = now - quiet + 16;
    if (now - last >= quiet || now - started >= limit) { watcher.disconnect(); resolve([changes, Math.round(now - started), now - last >= quiet]); }
    else setTimeout(check, Math.max(4, Math.min(quiet - (now - last), limit - (now - started))));
  };
  setTimeout(check, quiet);
})
