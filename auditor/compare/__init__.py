"""What changed between two audits. Pure: two results in, one `Comparison` out; it knows nothing of reports."""
