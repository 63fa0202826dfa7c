"""Checks of the category accessibility."""

from auditor_checks.accessibility.alt_text import alt_text
from auditor_checks.accessibility.axe_serious import axe_serious
from auditor_checks.accessibility.contrast import contrast
from auditor_checks.accessibility.focus_visible import focus_visible
from auditor_checks.accessibility.keyboard_journey import keyboard_journey
from auditor_checks.accessibility.names_labels import names_labels
from auditor_checks.accessibility.reflow import reflow
from auditor_checks.accessibility.statement import statement
from auditor_checks.accessibility.status_messages import status_messages
from auditor_checks.accessibility.structure import structure

checks = (axe_serious, contrast, alt_text, names_labels, structure, status_messages, statement, focus_visible, keyboard_journey, reflow)
