// A planted flaw: on small screens the product page loses what shoppers ask about most.

shop.on(
  ".facts__shipping, .facts__returns, .facts__arrival, .reviews, .specs, .fine, .pdp__rating",
  (element) => innerWidth < 600 && element.remove(),
);
