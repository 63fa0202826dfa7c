"""What an audit costs beside a bare script and Lighthouse CI: wall time, processor time, memory."""
