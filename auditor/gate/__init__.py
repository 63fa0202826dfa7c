"""Pass or fail of a release."""
