from auditor_checks.relationship.recommendations import recommendations

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, Walk

GOODS = tuple(f"Vase {letter}" for letter in "ABCDEFGHIJKL")


def product(*suggested: str, heading: str = "You may also like", sold_out: bool = False) -> Page:
    page = Page("https://shop.example/products/bowl")
    with page.part("main"):
        page.text("Stoneware bowl", tag="h1")
        if suggested:
            page.text(heading, tag="h2")
            page.cards(*suggested, sold_out=sold_out)
    with page.part("footer"):
        for label in ("Returns", "Delivery", "Contact", "Terms"):
            page.link(label, f"/{label.lower()}")
    return page


def browsed(shop: Shop, *listed: str) -> Walk:
    page = Page("https://shop.example/vases")
    page.cards(*listed)
    return shop.walk().page(Stage.CATEGORY, page)


def test_three_other_products_pass(shop: Shop) -> None:
    browsed(shop, *GOODS).page(Stage.PRODUCT, product(*GOODS[:3]))
    found = outcome(recommendations, shop)
    assert (found.kind, found.value) == (Kind.PASS, 3)
    assert "You may also like" in found.message


def test_suggestions_in_the_cart_are_enough(shop: Shop) -> None:
    browsed(shop, *GOODS).page(Stage.PRODUCT, product()).page(Stage.CART, product(*GOODS[:4], heading="Goes well with"))
    assert outcome(recommendations, shop).kind is Kind.PASS


def test_the_product_itself_does_not_count(shop: Shop) -> None:
    browsed(shop, *GOODS).page(Stage.PRODUCT, product("Bowl", *GOODS[:2]))
    found = outcome(recommendations, shop)
    assert found.kind is Kind.WARN
    assert "only 2 other products" in found.message
    assert found.findings[0].box is not None


def test_sold_out_products_do_not_count(shop: Shop) -> None:
    page = product(*GOODS[:2])
    with page.part("main"):
        page.text("Related products", tag="h2")
        page.cards(*GOODS[2:4])
        page.cards("Vase X", "Vase Y", sold_out=True)
    browsed(shop, *GOODS).page(Stage.PRODUCT, page)
    assert outcome(recommendations, shop).kind is Kind.WARN


def test_links_below_the_next_heading_do_not_count(shop: Shop) -> None:
    page = product()
    with page.part("main"):
        page.text("Related products", tag="h2")
        page.text("Recently viewed", tag="h2")
        page.cards(*GOODS[:4])
    browsed(shop, *GOODS).page(Stage.PRODUCT, page)
    assert outcome(recommendations, shop).kind is Kind.WARN


def test_none_fails(shop: Shop) -> None:
    browsed(shop, *GOODS).page(Stage.PRODUCT, product()).page(Stage.CART, product())
    found = outcome(recommendations, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.FAIL, ["product", "cart"])


def test_tiny_catalogue_is_left_out(shop: Shop) -> None:
    browsed(shop, *GOODS[:9]).page(Stage.PRODUCT, product())
    assert outcome(recommendations, shop).kind is Kind.NOT_APPLICABLE


def test_without_a_product_page_it_is_not_measurable(shop: Shop) -> None:
    browsed(shop, *GOODS).missed(Stage.PRODUCT, "No product was found.")
    assert outcome(recommendations, shop).kind is Kind.NOT_MEASURABLE


def test_products_whose_names_are_headings_of_the_same_level_count(shop: Shop) -> None:
    page = product()
    with page.part("main"):
        page.text("Related products", tag="h2")
        for number in range(3):
            link = page.link(f"Vase {number}", f"/products/vase-{number}")
            page.text(f"Vase {number}", tag="h2", control=link)
            page.link("plus shipping costs", f"/delivery?{number}")
    browsed(shop, *GOODS).page(Stage.PRODUCT, page)
    found = outcome(recommendations, shop)
    assert (found.kind, found.value) == (Kind.PASS, 3)


def test_other_products_under_a_heading_of_the_shop_s_own_count(shop: Shop) -> None:
    browsed(shop, *GOODS).page(Stage.PRODUCT, product(*GOODS[:4], heading="Vom selben Töpfer"))
    assert outcome(recommendations, shop).kind is Kind.PASS
