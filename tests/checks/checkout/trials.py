"""What the probe of the address form may have found, for the tests of the checks that judge it."""

from typing import Any

CHECKOUT = "https://shop.example/checkout"
AT, DOMAIN = "An e-mail address needs an @ sign.", "Something is missing after the @."


def mistake(kind: str = "email", *said: str, **facts: Any) -> dict[str, Any]:
    """A field that was mistyped once per message."""
    label = {"email": "E-mail", "postcode": "Postcode"}[kind]
    messages = [{"wrong": f"mistake {place}", "said": one} for place, one in enumerate(said)]
    seen = {"early": False, "after_blur": bool(said), "clears": True if said else None, "marked": bool(said)}
    colours = [["rgb(160, 0, 0)", "rgb(255, 255, 255)"]] * bool(said)
    return {"kind": kind, "label": label, "messages": messages, "colours": colours, **seen, **facts}


def taken(kind: str, how: str, refused: str = "") -> dict[str, str]:
    """A right answer in an unusual format."""
    return {"kind": kind, "label": kind.capitalize(), "how": how, "refused": refused}


def sent(*said: tuple[str, str], **facts: Any) -> dict[str, Any]:
    """A form that was sent with mistakes in it; `said` are kind and message."""
    messages = [{"kind": kind, "label": kind.capitalize(), "wrong": "mistake 0", "said": one} for kind, one in said]
    told = {"told": [one for _, one in said], "fresh": len(said), "marked": [kind for kind, _ in said]}
    told |= {"colours": [], "native": False, "formats": []}
    return {"pressed": True, "accepted": False, "status": 200, "messages": messages, "given": 4, "lost": [], **told, **facts}


NOT_SENT = {"pressed": False, "why": "The form has no button that may be pressed with a mistake in it."}


def trial(**facts: Any) -> dict[str, Any]:
    """A form of eight fields in which nothing was noticed."""
    helped = {"filled": [], "suggestions": 0, "asked": False, "tried": ["postcode", "street"]}
    return {"url": CHECKOUT, "beside": True, "fields": 8, "mistakes": [], "formats": [], "help": helped, "sent": NOT_SENT, **facts}
