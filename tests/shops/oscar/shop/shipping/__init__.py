"""Oscar's shipping with two prices."""
