"""All facts of one page, read when first asked for. Used by the journey and by the checks alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from urllib.parse import urlsplit

from auditor.facts import navigation
from auditor.facts.buybox import BuyBox, find_buy_box
from auditor.facts.cards import Card, product_cards
from auditor.facts.cart import CartLine, empty_cart, find_lines
from auditor.facts.checkout import Checkout, read_checkout
from auditor.facts.choices import ChoiceGroup, choice_groups
from auditor.facts.fields import Field, form_marks, read_fields
from auditor.facts.layers import Overlay, find_overlays
from auditor.facts.markup import StructuredData, read_json_ld
from auditor.facts.order_rows import OrderRow, order_rows
from auditor.facts.patterns import addressed
from auditor.facts.pictures import main_picture
from auditor.facts.platforms import Platform, nudged, platform_of
from auditor.facts.prices import Price, prices
from auditor.facts.ranking import Candidate
from auditor.facts.totals import find_sum
from auditor.lexicon import Lexicon, detect_language
from auditor.observe import Observation, Picture

_PERSONAL = {"given_name", "family_name", "full_name", "phone", "salutation"}


class PageFacts:
    """What the observation of a page means. Pure: the same observation gives the same facts.

    `languages` restricts the lexicon (an ablation), `status` is the HTTP status of the document where known,
    `usual_language` is what the site's other pages are written in, `furniture` the forms that stand on all of them
    (`form_marks`): searches, newsletters, logins, which are no part of a checkout.
    """

    def __init__(
        self,
        observation: Observation,
        languages: Sequence[str] = (),
        status: int = 0,
        usual_language: str = "",
        furniture: Collection[str] = (),
        *,
        platform_hints: bool = True,
    ) -> None:
        self.observation = observation
        self.status = status
        self.furniture = frozenset(furniture)
        self._platform_hints = platform_hints
        self.url = observation.url
        self.host = urlsplit(observation.url).netloc
        sample = [t.text for t in observation.texts[:250]]
        self.language = detect_language(sample, observation.lang, usual_language)
        self.lexicon = _lexicon(self.language, tuple(languages))

    @cached_property
    def platform(self) -> Platform | None:
        """The shop system, where it is known and may nudge the ranking."""
        return platform_of(self.observation) if self._platform_hints else None

    @cached_property
    def prices(self) -> list[Price]:
        """Amounts of money a shopper sees."""
        return prices(self.observation)

    @cached_property
    def cards(self) -> list[Card]:
        """Products of a list."""
        return product_cards(self.observation, self.lexicon)

    @cached_property
    def order_rows(self) -> list[OrderRow]:
        """Products sold in the list itself."""
        return order_rows(self.observation, self.lexicon, self.prices)

    @cached_property
    def groups(self) -> list[ChoiceGroup]:
        """Sets of which one thing is picked."""
        return choice_groups(self.observation, self.lexicon)

    @cached_property
    def fields(self) -> list[Field]:
        """Form fields with what they ask for."""
        return read_fields(self.observation, self.lexicon)

    @cached_property
    def checkout_fields(self) -> list[Field]:
        """The fields that do not stand on every page of the shop."""
        if not self.furniture:
            return self.fields
        marks = form_marks(self.observation)
        return [f for f in self.fields if marks.get(f.control.n) not in self.furniture]

    @property
    def standing_forms(self) -> set[str]:
        """The marks of this page's forms, those that ask who buys left out: on a page before the checkout, furniture."""
        marks = form_marks(self.observation)
        personal = {marks[f.control.n] for f in self.fields if f.is_address}
        kinds = {mark: {f.kind for f in self.fields if marks[f.control.n] == mark} & _PERSONAL for mark in marks.values()}
        personal |= {mark for mark, asked in kinds.items() if len(asked) > 1}  # one alone: a search for a "name", a call back
        return set(marks.values()) - personal

    @cached_property
    def structured(self) -> StructuredData:
        """What the page says about itself in JSON-LD."""
        return read_json_ld(self.observation.json_ld)

    @cached_property
    def buy_box(self) -> BuyBox:
        """Where the product is chosen and put into the cart."""
        dialog = next((o.layer.n for o in self.overlays if o.kind == "product"), None)
        found = find_buy_box(self.observation, self.lexicon, self.cards, self.prices, self.groups, dialog)
        return replace(found, buttons=tuple(nudged("add_to_cart", found.buttons, self.platform)))

    @cached_property
    def main_picture(self) -> Picture | None:
        """The picture of a product page that shows the product."""
        return main_picture(self.observation, self.cards)

    @cached_property
    def total(self) -> Price | None:
        """The amount to pay."""
        return find_sum(self.observation, self.lexicon, self.prices, "total")

    @cached_property
    def subtotal(self) -> Price | None:
        """The amount before delivery."""
        return find_sum(self.observation, self.lexicon, self.prices, "subtotal")

    @cached_property
    def checkout(self) -> Checkout:
        """What a checkout asks for and offers."""
        return read_checkout(self.observation, self.lexicon, self.checkout_fields, self.groups, self.total)

    @cached_property
    def says_cart_is_empty(self) -> bool:
        """Whether the page says anywhere that the cart is empty, as a small cart beside the content does."""
        return bool(empty_cart(self.observation, self.lexicon))

    @cached_property
    def cart_is_empty(self) -> bool:
        """Whether this is a page about a cart, and it is empty: beside a product a small cart may say so of itself."""
        said = empty_cart(self.observation, self.lexicon)
        about_product = self.buy_box.button is not None and self.buy_box.price is not None and not addressed("cart", self.url)
        return any(t.heading in {1, 2} for t in said) if about_product else bool(said)

    def cart_lines(self, product: str, here: int | None = None) -> list[CartLine]:
        """Return where the product stands in a cart; `here` restricts the search to one node."""
        return find_lines(self.observation, self.lexicon, product, self.prices, self.cards, here)

    @cached_property
    def cart_links(self) -> list[Candidate]:
        """Ways to the cart, best first."""
        return nudged("cart_link", navigation.cart_links(self.observation, self.lexicon), self.platform)

    @cached_property
    def badge(self) -> int | None:
        """The number of items the header announces."""
        return navigation.badge_count(self.observation, self.lexicon)

    @cached_property
    def guest_entries(self) -> list[Candidate]:
        """Ways on without an account, best first."""
        return nudged("guest", navigation.guest_entries(self.observation, self.lexicon), self.platform)

    @cached_property
    def overlays(self) -> list[Overlay]:
        """What lies over the page, topmost first."""
        return find_overlays(self.observation, self.lexicon)

    @cached_property
    def fields_beyond_search(self) -> list[Field]:
        """Visible fields that are neither a search, a newsletter nor a quantity."""
        return [f for f in self.checkout.fields if f.kind != "quantity"]

    @cached_property
    def search_fields(self) -> list[Candidate]:
        """Fields to search products with, best first."""
        return navigation.search_fields(self.observation, self.lexicon)

    @cached_property
    def search_openers(self) -> list[Candidate]:
        """Buttons that open a search field, best first."""
        return navigation.search_openers(self.observation, self.lexicon)

    @cached_property
    def menu_openers(self) -> list[Candidate]:
        """Buttons that open the main menu, best first."""
        return navigation.menu_openers(self.observation, self.lexicon)

    @cached_property
    def category_links(self) -> list[Candidate]:
        """Links to lists of products, best first; those in a closed menu too."""
        return navigation.category_links(self.observation, self.lexicon, self.cards, self.host)

    def says(self, concept: str) -> bool:
        """Whether the page's visible text holds a phrase of the concept."""
        return bool(self.saying(concept))

    def saying(self, concept: str) -> frozenset[str]:
        """Return the visible texts that hold a phrase of the concept."""
        return frozenset(t.text for t in self.observation.texts if self.lexicon.mentions(concept, t.text))


_LEXICONS: dict[tuple[str, tuple[str, ...]], Lexicon] = {}


def _lexicon(language: str, only: tuple[str, ...]) -> Lexicon:
    key = (language, only)
    if key not in _LEXICONS:
        _LEXICONS[key] = Lexicon(language, only)
    return _LEXICONS[key]
