"""Several shops side by side, as HTML, JSON, Markdown and on the terminal."""
