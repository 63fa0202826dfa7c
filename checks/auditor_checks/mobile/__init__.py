"""Checks of the category mobile."""

from auditor_checks.mobile.content_parity import content_parity
from auditor_checks.mobile.no_horizontal_scroll import no_horizontal_scroll

checks = (content_parity, no_horizontal_scroll)
