"""Programs of others that run beside the audit."""
