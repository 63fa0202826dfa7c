"""Recordings: what was seen on the way through a shop, on disk, redacted, and read back for judging."""
