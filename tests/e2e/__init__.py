"""The whole program, used as a user does: its command line in a process of its own, against shops that really run."""
