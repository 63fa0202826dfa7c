"""What reports say, apart from how they look: grouping, order and wording, shared by all formats for people."""
