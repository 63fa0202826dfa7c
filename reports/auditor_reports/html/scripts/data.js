// Offers the data of the report as a file.
(() => {
  const offer = document.querySelector("button.data");
  const data = document.getElementById("data");
  if (!offer || !data) return;
  offer.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([data.textContent], { type: "application/json" }));
    link.download = offer.dataset.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  offer.hidden = false;
})();
