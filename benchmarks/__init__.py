"""Measurements: what an audit costs, and how many shops the journey gets through."""
