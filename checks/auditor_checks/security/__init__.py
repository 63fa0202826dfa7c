"""Checks of the category security."""

checks = ()
