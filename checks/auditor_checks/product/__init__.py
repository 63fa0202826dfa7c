"""Checks of the category product."""

from auditor_checks.product.add_to_cart_visible import add_to_cart_visible
from auditor_checks.product.availability import availability
from auditor_checks.product.delivery_estimate import delivery_estimate
from auditor_checks.product.description import description
from auditor_checks.product.gallery_thumbnails import gallery_thumbnails
from auditor_checks.product.image_count import image_count
from auditor_checks.product.image_quality import image_quality
from auditor_checks.product.image_zoom import image_zoom
from auditor_checks.product.price_consistent import price_consistent
from auditor_checks.product.price_visible import price_visible
from auditor_checks.product.returns_info import returns_info
from auditor_checks.product.reviews import reviews
from auditor_checks.product.safety_info_eu import safety_info_eu
from auditor_checks.product.shipping_cost import shipping_cost
from auditor_checks.product.specs import specs
from auditor_checks.product.structured_data import structured_data
from auditor_checks.product.variant_required import variant_required

checks = (
    price_visible,
    add_to_cart_visible,
    image_count,
    image_quality,
    image_zoom,
    gallery_thumbnails,
    description,
    specs,
    availability,
    delivery_estimate,
    shipping_cost,
    returns_info,
    variant_required,
    reviews,
    structured_data,
    price_consistent,
    safety_info_eu,
)
