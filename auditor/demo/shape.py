"""Shape: how the embedded shop is built, one field per thing that differs between real shops."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal, get_args, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Mapping

Cart = Literal["confirm", "redirect", "drawer", "toast", "modal", "upsell"]
CartIcon = Literal["label", "icon"]
Checkout = Literal["multi", "onepage", "accordion", "otherhost"]
Guest = Literal["none", "button", "radio", "link", "email", "required"]
Variants = Literal["select", "radio", "swatch", "chip", "dropdown", "text", "none"]
SoldOut = Literal["no", "yes"]
Rendering = Literal["server", "client", "hydrated", "shadow", "closedshadow"]
Lang = Literal["en", "es", "de", "fr", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "ja"]
Consent = Literal["none", "reject", "wall", "late"]
Overlay = Literal["none", "newsletter", "age", "region", "chat"]
Menu = Literal["links", "hamburger", "mega", "nested"]
Search = Literal["field", "icon", "overlay", "none"]
Danger = Literal[
    "none",
    "buynow",
    "wallets",
    "finalcontinue",
    "channel_fetch",
    "channel_beacon",
    "channel_graphql",
    "channel_iframe",
    "channel_sw",
    "channel_action",
]
Payment = Literal["radios", "cardform", "iframe", "hostedframe"]
Address = Literal["plain", "states", "postcode", "billing", "strict"]


@dataclass(frozen=True)
class Shape:
    """One build of the shop; every default together is the plain, healthy one. All combinations work."""

    cart: Cart = "confirm"  # what happens after "add to cart"
    carticon: CartIcon = "label"  # the cart link in the header: with words, or a nameless icon
    checkout: Checkout = "multi"  # pages, one page, an accordion, or another origin
    guest: Guest = "none"  # how a shopper without an account gets in
    variants: Variants = "select"  # how size and colour are chosen
    soldout: SoldOut = "no"  # whether first values and first products are sold out
    rendering: Rendering = "server"  # who builds the page
    lang: Lang = "en"
    consent: Consent = "none"
    overlay: Overlay = "none"  # what pops up unasked
    menu: Menu = "links"
    search: Search = "field"
    danger: Danger = "none"  # ways to order by accident, and ways an order is sent
    payment: Payment = "radios"
    address: Address = "plain"

    @classmethod
    def parse(cls, text: str) -> Shape:
        """Read ``cart=drawer,lang=de``; "plain" and the empty text are the plain shape."""
        allowed = _allowed()
        chosen: dict[str, str] = {}
        for part in filter(None, (piece.strip() for piece in text.split(","))):
            if part == "plain":
                continue
            key, _, value = (piece.strip() for piece in part.partition("="))
            if key not in allowed:
                raise ValueError(f"unknown shape key {key!r}; allowed: {', '.join(allowed)}")
            if value not in allowed[key]:
                raise ValueError(f"unknown value {value!r} for shape key {key!r}; allowed: {', '.join(allowed[key])}")
            chosen[key] = value
        return cls(**chosen)  # type: ignore[arg-type]  # each value was just checked against its Literal

    def __str__(self) -> str:
        parts = [f"{field.name}={getattr(self, field.name)}" for field in fields(self) if getattr(self, field.name) != field.default]
        return ",".join(parts) or "plain"


PLAIN = Shape()


def _allowed() -> Mapping[str, tuple[str, ...]]:
    """Every key with its values, in the order of the class."""
    hints = get_type_hints(Shape)
    return {field.name: get_args(hints[field.name]) for field in fields(Shape)}


DIMENSIONS: Mapping[str, tuple[str, ...]] = _allowed()
