"""Checks of the category mobile."""

checks = ()
