"""An example plugin of storefront-auditor."""
