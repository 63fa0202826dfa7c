"""The table of findings, for spreadsheets and for programs."""
