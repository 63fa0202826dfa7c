"""The html report: one self-contained file that a consultant can send to a client."""
