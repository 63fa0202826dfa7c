"""Where a product page shows what customers said of the product: words, and names in its markup."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from auditor.api import PageRecord
from auditor_checks.product_page import own_lines

_NAMES = tomllib.loads((files("auditor_checks") / "customer_reviews.toml").read_text(encoding="utf-8"))
_MARKUP = re.compile(_NAMES["markup"], re.IGNORECASE)
_LONGEST = 120  # characters of a line that names the reviews
_ELSEWHERE = frozenset({"header", "nav", "footer"})


def spoken_reviews(page: PageRecord) -> list[str]:
    """Return the short lines that speak of customer reviews, those of other products' cards left out."""
    return [line for line in own_lines(page) if len(line) <= _LONGEST and page.facts.lexicon.mentions("customer_reviews", line)]


@lru_cache(maxsize=16)
def review_parts(page: PageRecord) -> tuple[str, ...]:
    """Return the tag, class or address of the elements outside the cards of other products that are named after reviews."""
    observation, cards = page.observation, page.facts.cards if len(page.facts.cards) > 1 else []
    named = [(n, kind) for n, kind in enumerate(observation.kinds) if _MARKUP.search(kind)]
    named += [(form.n, form.action) for form in observation.forms if _MARKUP.search(f"{form.action} {form.id}")]
    named += [(c.n, c.raw_href) for c in observation.controls if c.landmark not in _ELSEWHERE and _MARKUP.search(c.raw_href)]
    return tuple(name for n, name in named if not any(observation.contains(card.n, n) for card in cards))
