"""Checks of the category postpurchase."""

checks = ()
