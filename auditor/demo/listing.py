"""Listing: filters, sorting and the chips that take a filter away again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from auditor.demo.product import Product

if TYPE_CHECKING:
    from auditor.demo.wording import Wording

Test = Callable[[Product], bool]


@dataclass(frozen=True)
class Choice:
    """One box of a filter group."""

    id: str
    label: str
    count: int
    on: bool
    test: Test


@dataclass(frozen=True)
class Group:
    """One filter group."""

    key: str
    label: str
    choices: tuple[Choice, ...]

    def keeps(self, product: Product) -> bool:
        """Whether a product fits some ticked box, or none is ticked."""
        ticked = [choice for choice in self.choices if choice.on]
        return not ticked or any(choice.test(product) for choice in ticked)


@dataclass(frozen=True)
class Chosen:
    """What the shopper asked for: a sort order, and active filters with the address that removes each."""

    sort: str
    active: tuple[tuple[str, str], ...]


SORTS: Mapping[str, Callable[[Product], float]] = {
    "recommended": lambda product: 0,
    "rising": lambda product: product.price,
    "falling": lambda product: -product.price,
    "rated": lambda product: -product.rating,
}


def groups(products: Sequence[Product], ticked: Mapping[str, Sequence[str]], wording: Wording) -> list[Group]:
    """The filter groups that tell these products apart."""
    made = [
        _group("price", wording.t.list.price, _prices(wording), products, ticked),
        _group("colour", wording.t.option.colour, _values("colour", products), products, ticked),
        _group("size", wording.t.option.size, _values("size", products), products, ticked),
        _group("material", wording.t.spec.material, _materials(products, wording), products, ticked),
        _group("rating", wording.t.list.rating, _ratings(wording), products, ticked),
        _group("stock", wording.t.list.stock, _stock(wording), products, ticked),
    ]
    return [group for group in made if group.choices]


def narrow(products: Sequence[Product], groups: Sequence[Group], sort: str) -> list[Product]:
    """The products that every group keeps, in the asked order."""
    kept = [product for product in products if all(group.keeps(product) for group in groups)]
    return sorted(kept, key=SORTS[sort])


def chosen(groups: Sequence[Group], sort: str, path: str, query: str) -> Chosen:
    """The active filters, each with the address of the same list without it."""
    ticked = [(group.key, choice.id, choice.label) for group in groups for choice in group.choices if choice.on]
    others = [("q", query)] * bool(query) + [("sort", sort)] * (sort != "recommended")
    active = []
    for gone in ticked:
        rest = [(key, value) for key, value, _ in ticked if (key, value) != gone[:2]]
        active.append((gone[2], f"{path}?{urlencode(rest + others)}"))
    return Chosen(sort, tuple(active))


def _group(
    key: str,
    label: str,
    tests: Sequence[tuple[str, str, Test]],
    products: Sequence[Product],
    ticked: Mapping[str, Sequence[str]],
) -> Group:
    choices = tuple(Choice(value, name, sum(map(test, products)), value in ticked.get(key, ()), test) for value, name, test in tests)
    return Group(key, label, tuple(choice for choice in choices if choice.count))


def _prices(wording: Wording) -> list[tuple[str, str, Test]]:
    bounds = [wording.market.price(cents) for cents in (3000, 6000, 12000)]
    words = wording.t.list
    low, middle, high = bounds
    money = wording.money
    return [
        ("1", words.price_upto.format(b=money(low)), lambda product: product.price <= low),
        ("2", f"{money(low)} – {money(middle)}", lambda product: low < product.price <= middle),
        ("3", f"{money(middle)} – {money(high)}", lambda product: middle < product.price <= high),
        ("4", words.price_from.format(a=money(high)), lambda product: product.price > high),
    ]


def _values(kind: str, products: Sequence[Product]) -> list[tuple[str, str, Test]]:
    found: dict[str, str] = {}
    for product in products:
        for option in product.options:
            if option.kind == kind:
                found.update({value.id: value.label for value in option.values})

    def has(value: str) -> Test:
        return lambda product: any(value == other.id for option in product.options for other in option.values)

    return [(value, label, has(value)) for value, label in found.items()]


def _materials(products: Sequence[Product], wording: Wording) -> list[tuple[str, str, Test]]:
    def made_of(material: str) -> Test:
        return lambda product: product.material == material

    names = dict.fromkeys(product.material for product in products if product.material)
    return [(name, wording.word("material", name), made_of(name)) for name in names]


def _ratings(wording: Wording) -> list[tuple[str, str, Test]]:
    def at_least(least: float) -> Test:
        return lambda product: product.rating >= least

    return [(str(least), wording.t.list.stars.format(n=wording.number(least)), at_least(least)) for least in (4.6, 4.5, 4.0)]


def _stock(wording: Wording) -> list[tuple[str, str, Test]]:
    return [
        ("yes", wording.t.product.in_stock_short, lambda product: product.available),
        ("no", wording.t.product.sold_out, lambda product: not product.available),
    ]
