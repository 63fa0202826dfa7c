"""The configuration of an audit: defaults, file, environment and flags, each value with its origin."""
