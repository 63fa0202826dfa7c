"""The categories of checks and what each weighs in the score.

The weights are a policy, not science: the checkout holds the reasons people name when they leave, speed, product
information and navigation decide whether they get there, the rest is enabling or legal. They are printed in every report.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Category:
    """A category: its id, title and weight in per cent of the total score."""

    id: str
    title: str
    weight: int


CATEGORIES: tuple[Category, ...] = (
    Category("speed", "Speed of the site and of buying", 12),
    Category("navigation", "Navigation and search", 10),
    Category("product", "Product information and images", 12),
    Category("checkout", "Cart, checkout and payment", 20),
    Category("trust", "Trust, store information and honest design", 9),
    Category("security", "Security", 8),
    Category("service", "Customer service channels", 7),
    Category("postpurchase", "Returns, delivery, tracking, after-sales", 5),
    Category("accessibility", "Accessibility", 8),
    Category("privacy", "Privacy and consent", 4),
    Category("mobile", "Mobile use", 3),
    Category("relationship", "Personalisation, loyalty, feedback", 2),
)
CATEGORY_BY_ID = {category.id: category for category in CATEGORIES}
