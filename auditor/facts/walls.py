"""Pages that let no shopper through: bot walls, login walls, error pages; and the page after an order."""

from __future__ import annotations

import re
from collections.abc import Mapping

from auditor.facts.page import PageFacts

CAPTCHA = "a captcha"
UNNAMED = "an unnamed protection"
# What protection services put into their answers; each is documented or stable enough to be named in public rule sets.
_VENDORS = (
    ("Cloudflare", re.compile(r"cf-mitigated: challenge|cf_chl|challenges\.cloudflare\.com", re.IGNORECASE)),
    ("DataDome", re.compile(r"captcha-delivery\.com|x-datadome", re.IGNORECASE)),
    ("HUMAN", re.compile(r"px-captcha|perimeterx|_pxhd", re.IGNORECASE)),
    ("Akamai", re.compile(r"akamai.*denied|reference #\d+\.[0-9a-f]+", re.IGNORECASE)),
    ("Kasada", re.compile(r"x-kpsdk|kpsdk", re.IGNORECASE)),
    ("Imperva", re.compile(r"_incapsula_|incapsula|x-iinfo", re.IGNORECASE)),
    ("AWS WAF", re.compile(r"x-amzn-waf-action|awswaf", re.IGNORECASE)),
    (CAPTCHA, re.compile(r"hcaptcha\.com|recaptcha/(api|enterprise)|turnstile", re.IGNORECASE)),
)
_REFUSALS = {401, 403, 407, 429, 503}
_SHORT_PAGE = 2500  # characters of text; a challenge says little


def bot_wall(facts: PageFacts, headers: Mapping[str, str]) -> str:
    """Name the bot wall that answered instead of the shop, "" if none did."""
    observation = facts.observation
    text = observation.full_text
    short = len(text) < _SHORT_PAGE and not facts.cards
    trace = " ".join(
        [
            *(f"{k}: {v}" for k, v in headers.items() if k.startswith(("cf-", "x-", "server"))),
            *(f.src for f in observation.embedded),
            observation.url,
        ]
    )
    vendor = next((name for name, mark in _VENDORS if mark.search(trace) or (short and mark.search(text))), "")
    says = short and (facts.lexicon.mentions("bot_wall", text) or facts.lexicon.mentions("bot_wall", observation.title))
    if headers.get("cf-mitigated") == "challenge":
        return "Cloudflare"
    if facts.status in _REFUSALS and short and facts.status != 401:
        return vendor or UNNAMED
    if short and says and (vendor or len(text) < 800) and not facts.fields_beyond_search:
        return vendor or UNNAMED
    return ""


def login_wall(facts: PageFacts) -> bool:
    """Whether the page shows nothing but a way to log in."""
    if facts.status == 401:
        return True
    passwords = [f for f in facts.fields if f.kind == "password"]
    if not passwords or facts.checkout.asks_address or any(c.p >= 0.6 for c in facts.guest_entries):
        return False
    return not any(card.price for card in facts.cards)


def is_error_page(facts: PageFacts) -> bool:
    """Whether the shop answered with an error: by status, or by a heading that says so."""
    if facts.status >= 400:
        return True
    return any(h.heading == 1 and facts.lexicon.has("error_page", h.text, at_least=0.8) for h in facts.observation.headings)


def order_confirmation(facts: PageFacts) -> frozenset[str]:
    """Return the headings that thank for an order. If one ever appears, something went wrong and must be said.

    A checkout may name its last step so from the start: what stood there before anything was sent thanks for nothing.
    """
    if facts.fields_beyond_search and facts.checkout.offers_payment:
        return frozenset()
    large = [t for t in facts.observation.texts if (t.heading in {1, 2} or t.size >= 20) and t.landmark not in {"header", "footer", "nav"}]
    return frozenset(t.text for t in large if len(t.text) < 140 and facts.lexicon.mentions("order_confirmed", t.text))
