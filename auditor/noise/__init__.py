"""What repeated measurements prove, and when a machine can be trusted to measure. Pure."""
