// Says something to people who cannot see that the page has changed.

shop.say = (words) => {
  for (const place of document.querySelectorAll("[data-announce]")) place.textContent = words;
};

shop.count = (pieces) => {
  for (const place of shop.all("[data-cart-count]")) place.textContent = pieces;
  for (const dot of shop.all("[data-cart-dot]")) dot.hidden = !Number(pieces);
};
