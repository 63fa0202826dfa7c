"""Checks of the category speed."""

from auditor_checks.speed.lcp import lcp
from auditor_checks.speed.page_weight import page_weight

checks = (lcp, page_weight)
