from auditor_checks.product.structured_data import structured_data

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop

OFFER = '"offers": {"@type": "Offer", "price": "49.00", "priceCurrency": "EUR"%s}'
PRODUCT = '{"@context": "https://schema.org", "@type": "Product", "name": "Stoneware vase", "image": "/vase.webp", %s}'
MICRODATA = """<html><body><main itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Stoneware vase</h1>
<img itemprop="image" src="/vase.webp"><span itemprop="brand">Nordlys</span><span itemprop="sku">1</span>
<p itemprop="description">A vase.</p><div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
<meta itemprop="price" content="49.00"><meta itemprop="priceCurrency" content="EUR"></div></main></body></html>"""


def judged(shop: Shop, markup: str = "", html: str = "") -> tuple[Kind, object]:
    page = product(html=html)
    if markup:
        page.json_ld(markup)
    shop.walk().page(Stage.PRODUCT, page)
    found = outcome(structured_data, shop)
    return found.kind, found.value


def test_complete_markup_passes(shop: Shop) -> None:
    extra = ', "availability": "https://schema.org/InStock"'
    assert judged(shop, PRODUCT % ('"sku": "1", "brand": {"name": "N"}, ' + OFFER % extra)) == (Kind.PASS, 3)


def test_microdata_counts(shop: Shop) -> None:
    assert judged(shop, html=MICRODATA) == (Kind.PASS, 3)


def test_only_the_required_warns(shop: Shop) -> None:
    assert judged(shop, PRODUCT % (OFFER % "")) == (Kind.WARN, 0)


def test_a_price_of_nothing_fails(shop: Shop) -> None:
    assert judged(shop, (PRODUCT % (OFFER % "")).replace("49.00", "0")) == (Kind.FAIL, 1)


def test_prices_of_variants_count(shop: Shop) -> None:
    group = (PRODUCT % '"hasVariant": [{"@type": "Product", %s}]').replace('"Product", "name"', '"ProductGroup", "name"')
    assert judged(shop, group % (OFFER % ""))[0] is Kind.WARN


def test_no_markup_fails(shop: Shop) -> None:
    assert judged(shop) == (Kind.FAIL, 0)


def test_rdfa_is_not_read(shop: Shop) -> None:
    html = '<html><body><main vocab="https://schema.org/" typeof="Product"><h1 property="name">Vase</h1></main></body></html>'
    assert judged(shop, html=html)[0] is Kind.NOT_MEASURABLE
