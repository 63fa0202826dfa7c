"""Checks of the category service."""

from auditor_checks.service.contact_everywhere import contact_everywhere
from auditor_checks.service.phone import phone

checks = (contact_everywhere, phone)
