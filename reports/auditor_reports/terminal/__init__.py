"""The terminal report: the summary that a run prints."""
