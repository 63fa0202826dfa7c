"""Real shop systems that tests start, let the auditor visit, and then ask what really happened."""
