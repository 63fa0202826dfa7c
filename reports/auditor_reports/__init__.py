"""The built-in report renderers, one package per format; they import `auditor.api` only."""
