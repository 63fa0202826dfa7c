"""How many unknown shops the journey gets through, judged by what the shops' own servers saw."""
