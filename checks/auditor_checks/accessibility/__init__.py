"""Checks of the category accessibility."""

from auditor_checks.accessibility.axe_serious import axe_serious
from auditor_checks.accessibility.structure import structure

checks = (axe_serious, structure)
