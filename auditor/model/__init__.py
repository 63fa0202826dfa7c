"""Frozen values shared by the engine, the checks and the reports."""
