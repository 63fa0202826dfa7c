"""Checks of the category product."""

checks = ()
