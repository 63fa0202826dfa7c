"""What reports say, apart from how they look: grouping, order and wording, for formats that people read."""
