"""Checks of the category product."""

from auditor_checks.product.price_visible import price_visible
from auditor_checks.product.variant_required import variant_required

checks = (price_visible, variant_required)
