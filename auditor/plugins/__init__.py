"""Checks and reports found through entry points, the product's own exactly like anyone's."""
