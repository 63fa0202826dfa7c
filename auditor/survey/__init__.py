"""What customers answered in a survey, read from a CSV file and shown beside the audit, never inside its score."""
