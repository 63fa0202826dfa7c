// The mark beside a finding's title copies the link to it where the browser allows that; it is a link to it in any case.
(() => {
  const told = document.createElement("output");
  told.className = "copied";
  for (const link of document.querySelectorAll("a.permalink")) {
    link.addEventListener("click", async () => {
      if (!navigator.clipboard) return;
      try {
        await navigator.clipboard.writeText(link.href);
      } catch {
        return;
      }
      told.textContent = "";
      link.after(told);
      told.textContent = link.dataset.copied;
    });
  }
})();
