"""Checks of the category service."""

checks = ()
