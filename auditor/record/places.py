"""What the recorded pages and devices are called inside a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.words.message import Message, say

_CALLED: Mapping[str, Message] = {
    "home": say("home"),
    "category": say("category"),
    "search": say("search"),
    "product": say("product"),
    "cart": say("cart"),
    "checkout": say("checkout"),
    "address": say("address"),
    "shipping": say("shipping"),
    "payment": say("payment"),
    "about": say("about"),
    "accessibility": say("accessibility"),
    "contact": say("contact"),
    "delivery_info": say("delivery"),
    "faq": say("faq"),
    "imprint": say("imprint"),
    "loyalty": say("loyalty"),
    "privacy": say("privacy"),
    "returns": say("returns"),
    "terms": say("terms"),
    "tracking": say("tracking"),
    "warranty": say("warranty"),
    "withdrawal": say("withdrawal"),
    "desktop": say("desktop"),
    "mobile": say("mobile"),
}


def called(name: str) -> str:
    """Return what a page or device is called in a sentence: the same word, but one that can be said in other languages."""
    return _CALLED.get(name, name)
