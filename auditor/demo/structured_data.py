"""Structured data: what search engines read, as schema.org JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.demo.delivery import Method
    from auditor.demo.product import Product
    from auditor.demo.wording import Wording

SCHEMA = "https://schema.org"


def organization(wording: Wording, base: str) -> dict[str, Any]:
    """Who runs the shop."""
    company = wording.words("company")
    return {
        "@context": SCHEMA,
        "@type": "OnlineStore",
        "name": "Nordlys",
        "legalName": company.name,
        "url": f"{base}/",
        "logo": f"{base}/assets/icon.svg",
        "email": company.email,
        "telephone": company.tel,
        "vatID": company.vat_id.replace(" ", ""),
        "address": {
            "@type": "PostalAddress",
            "streetAddress": company.street,
            "addressLocality": company.town,
            "addressCountry": wording.market.country,
        },
        "sameAs": [
            "https://www.instagram.com/nordlys.demo.shop/",
            "https://www.pinterest.com/nordlysdemoshop/",
        ],
    }


def website(wording: Wording, base: str) -> dict[str, Any]:
    """The site and how to search it."""
    return {
        "@context": SCHEMA,
        "@type": "WebSite",
        "name": "Nordlys",
        "url": f"{base}/",
        "inLanguage": wording.lang,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{base}{wording.path('search')}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumb_list(trail: Sequence[tuple[str, str]], base: str) -> list[dict[str, Any]]:
    """The way from the home page to here, when there is one."""
    if not trail:
        return []
    items = [
        {"@type": "ListItem", "position": place, "name": label, **({"item": base + href} if href else {})}
        for place, (label, href) in enumerate(trail, start=2)
    ]
    first = {"@type": "ListItem", "position": 1, "name": "Nordlys", "item": f"{base}/"}
    return [{"@context": SCHEMA, "@type": "BreadcrumbList", "itemListElement": [first, *items]}]


def product_data(
    product: Product,
    wording: Wording,
    base: str,
    description: str,
    way: Method,
    reviews: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """One product with its offer, delivery, returns and reviews."""
    decimals = 0 if wording.market.currency == "JPY" else 2
    address = f"{base}{wording.path('product', product.slug)}"
    return {
        "@context": SCHEMA,
        "@type": "Product",
        "name": product.name,
        "description": description,
        "url": address,
        "image": [f"{base}/media/{name}-1440.webp" for name in product.pictures],
        "sku": product.sku,
        "gtin13": product.gtin,
        "brand": {"@type": "Brand", "name": "Nordlys"},
        "aggregateRating": {
            "@type": "AggregateRating",
            "ratingValue": product.rating,
            "reviewCount": product.review_count,
            "bestRating": 5,
        },
        "review": [
            {
                "@type": "Review",
                "name": review["title"],
                "reviewBody": review["text"],
                "author": {"@type": "Person", "name": review["name"]},
                "reviewRating": {"@type": "Rating", "ratingValue": review["stars"], "bestRating": 5},
            }
            for review in reviews
        ],
        "offers": {
            "@type": "Offer",
            "url": address,
            "price": f"{product.price / 100:.{decimals}f}",
            "priceCurrency": wording.market.currency,
            "availability": f"{SCHEMA}/{'InStock' if product.available else 'OutOfStock'}",
            "itemCondition": f"{SCHEMA}/NewCondition",
            "shippingDetails": _shipping(way, wording, decimals),
            "hasMerchantReturnPolicy": {
                "@type": "MerchantReturnPolicy",
                "applicableCountry": wording.market.country,
                "returnPolicyCategory": f"{SCHEMA}/MerchantReturnFiniteReturnWindow",
                "merchantReturnDays": 60,
                "returnMethod": f"{SCHEMA}/ReturnByMail",
                "returnFees": f"{SCHEMA}/FreeReturn",
            },
        },
    }


def _shipping(way: Method, wording: Wording, decimals: int) -> dict[str, Any]:
    return {
        "@type": "OfferShippingDetails",
        "shippingRate": {
            "@type": "MonetaryAmount",
            "value": f"{way.price / 100:.{decimals}f}",
            "currency": wording.market.currency,
        },
        "shippingDestination": {"@type": "DefinedRegion", "addressCountry": wording.market.country},
        "deliveryTime": {
            "@type": "ShippingDeliveryTime",
            "handlingTime": {"@type": "QuantitativeValue", "minValue": 0, "maxValue": 1, "unitCode": "DAY"},
            "transitTime": {"@type": "QuantitativeValue", "minValue": 1, "maxValue": 3, "unitCode": "DAY"},
        },
    }
