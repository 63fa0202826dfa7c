"""Checks of the category checkout."""

from auditor_checks.checkout.empty_submit import empty_submit
from auditor_checks.checkout.guest_option import guest_option

checks = (empty_submit, guest_option)
