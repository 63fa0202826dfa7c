"""Checks of the category checkout."""

from auditor_checks.checkout.guest_option import guest_option

checks = (guest_option,)
