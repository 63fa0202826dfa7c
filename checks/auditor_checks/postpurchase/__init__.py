"""Checks of the category postpurchase."""

from auditor_checks.postpurchase.delivery_page import delivery_page
from auditor_checks.postpurchase.returns_link import returns_link

checks = (delivery_page, returns_link)
