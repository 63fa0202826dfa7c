"""Past runs and their trend, as HTML, JSON and on the terminal."""
