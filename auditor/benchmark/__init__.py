"""Several shops side by side. Pure: results in, one `Benchmark` out; it knows nothing of reports."""
