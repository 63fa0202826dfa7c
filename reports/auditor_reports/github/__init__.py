"""Annotations on the page of a GitHub workflow, by commands on stdout."""
