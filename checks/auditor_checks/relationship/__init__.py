"""Checks of the category relationship."""

checks = ()
