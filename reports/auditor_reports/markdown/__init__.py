"""The report in short, as a comment on a pull request."""
