"""Checks of the category trust."""

checks = ()
