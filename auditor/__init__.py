"""storefront-auditor: from a shop's address to its payment step, recorded, judged and explained."""

__version__ = "0.1.0"
