"""Checks of the category mobile."""

from auditor_checks.mobile.content_parity import content_parity
from auditor_checks.mobile.input_zoom import input_zoom
from auditor_checks.mobile.keyboard_types import keyboard_types
from auditor_checks.mobile.no_horizontal_scroll import no_horizontal_scroll
from auditor_checks.mobile.tap_targets import tap_targets
from auditor_checks.mobile.text_size import text_size
from auditor_checks.mobile.viewport import viewport

checks = (content_parity, input_zoom, keyboard_types, no_horizontal_scroll, tap_targets, text_size, viewport)
