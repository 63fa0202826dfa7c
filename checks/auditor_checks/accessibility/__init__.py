"""Checks of the category accessibility."""

from auditor_checks.accessibility.axe_serious import axe_serious

checks = (axe_serious,)
