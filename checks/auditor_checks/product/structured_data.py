"""product-structured-data."""

from collections.abc import Mapping
from typing import Any

from price_parser import Price

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    not_measurable,
    page_check,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.product_page import offers_of, product_markup

_RECOMMENDED_OF_OFFER = ("availability", "shippingDetails", "hasMerchantReturnPolicy")
_RECOMMENDED_OF_PRODUCT = (
    "aggregateRating",
    "brand",
    "gtin|gtin8|gtin12|gtin13|gtin14|mpn|isbn",
    "sku|productID",
    "description",
)
_ENOUGH = 3


@page_check(
    id="product-structured-data",
    category="product",
    title="The product's structured data are complete",
    failure_title="The product's structured data are missing or lack what is required",
    why="From them search engines show price, stock, delivery and rating of the product before anyone clicks.",
    fix="Describe the product as schema.org Product in JSON-LD: name, image, offers with price and "
    "priceCurrency; better also availability, shippingDetails, hasMerchantReturnPolicy, brand, gtin and "
    "aggregateRating. Google's Rich Results Test shows what is missing.",
    severity=Severity.MINOR,
    effort=Effort.S,
    stages=(Stage.PRODUCT,),
    devices="desktop",
    needs=("html",),
    sources=(
        Source(
            "Google, Merchant listing structured data",
            "https://developers.google.com/search/docs/appearance/structured-data/merchant-listing",
            "name, image, price above 0 and currency are required (2026)",
        ),
    ),
    limits="JSON-LD and microdata; RDFa is not read. Whether the data are true is judged for the price only, by another check.",
)
def structured_data(page: PageRecord) -> Outcome:
    """Read the product's markup; look for what merchant listings require and recommend."""
    page.path("page.html")  # without the source, no markup found would mean nothing
    product = product_markup(page)
    if product is None and page.soup.select_one('[typeof~="Product"], [typeof$=":Product"]') is not None:
        return not_measurable(say("The product is described as RDFa, a form of structured data that is not read."))
    if product is None:
        message = say("The product page has no structured data of a product (schema.org Product).")
        return failed(message, findings=[Finding(message, key="none")], value=0)
    offers = offers_of(product)
    lacking = [name for name, there in _required(product, offers).items() if not there]
    if lacking:
        message = say("The product's structured data lack what is required: {names}.", names=together(*lacking, between=", "))
        return failed(
            message, findings=[Finding(say("“{name}” is missing or empty.", name=name), key=name) for name in lacking], value=len(lacking)
        )
    extra = [name.partition("|")[0] for name in _RECOMMENDED_OF_PRODUCT if any(_has(product, key) for key in name.split("|"))]
    extra += [name for name in _RECOMMENDED_OF_OFFER if any(_has(o, name) for o in offers)]
    threshold = say("≥ {enough} recommended", enough=_ENOUGH)
    if len(extra) >= _ENOUGH:
        return passed(
            say("The structured data hold all that is required, and {names}.", names=together(*extra, between=", ")),
            value=len(extra),
            threshold=threshold,
        )
    wanted = [n.partition("|")[0] for n in (*_RECOMMENDED_OF_OFFER, *_RECOMMENDED_OF_PRODUCT) if n.partition("|")[0] not in extra]
    message = say("The structured data hold what is required, but nothing of what is recommended.")
    if extra:
        told = together(*extra, between=", ")
        message = say("The structured data hold what is required, but of what is recommended only {names}.", names=told)
    findings = [Finding(say("“{name}” is not told.", name=name), key=name) for name in wanted]
    return warned(message, findings=findings, value=len(extra), threshold=threshold)


def _required(product: Mapping[str, Any], offers: list[Mapping[str, Any]]) -> dict[str, bool]:
    variants = product.get("hasVariant") or []
    first = variants[0] if isinstance(variants, list) and variants and isinstance(variants[0], Mapping) else {}
    specs = [s for o in offers if isinstance(s := o.get("priceSpecification"), Mapping)]
    specs += [s for o in offers if isinstance(listed := o.get("priceSpecification"), list) for s in listed if isinstance(s, Mapping)]
    priced = [*offers, *specs]
    return {
        "name": _has(product, "name"),
        "image": _has(product, "image") or _has(first, "image"),
        "price": any(_is_positive(o.get(key)) for o in priced for key in ("price", "lowPrice")),
        "priceCurrency": any(_has(o, "priceCurrency") for o in priced),
    }


def _has(item: Mapping[str, Any], key: str) -> bool:
    return item.get(key) not in (None, "", [], {})


def _is_positive(value: Any) -> bool:
    amount = Price.fromstring(str(value)).amount if value is not None else None
    return amount is not None and amount > 0
