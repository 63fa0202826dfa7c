"""What changed between two audits, as HTML, JSON, Markdown and on the terminal."""
