"""Checks of the category privacy."""

checks = ()
