// How far a page of a narrow window can be moved sideways, and what reaches beyond the window. Leaves the page where it was.
() => {
  // Pictures, maps, data tables and the like may need two dimensions (WCAG 1.4.10).
  const EXEMPT = "table,pre,code,iframe,video,canvas,svg,img,picture,map,object,embed,[role=grid],[role=table],[role=img],[role=application]";
  const x = scrollX, y = scrollY;
  scrollTo({ left: 100000, top: y, behavior: "instant" });
  const sideways = Math.round(scrollX);
  scrollTo({ left: 0, top: y, behavior: "instant" });
  const beyond = [];
  let exempt = 0;
  if (sideways > 1) {
    for (const element of document.body.getElementsByTagName("*")) {
      const box = element.getBoundingClientRect();
      if (box.right <= innerWidth + 1 || box.width < 2 || box.height < 2) continue;
      if ([...element.children].some((c) => c.getBoundingClientRect().right > innerWidth + 1)) continue;
      if (element.checkVisibility && !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (element.closest(EXEMPT)) { exempt++; continue; }
      if (beyond.length < 5) beyond.push({ tag: element.tagName.toLowerCase(), words: (element.textContent || "").replace(/\s+/g, " ").trim().slice(0, 60), right: Math.round(box.right) });
    }
  }
  scrollTo({ left: x, top: y, behavior: "instant" });
  return { sideways, beyond, exempt };
}
