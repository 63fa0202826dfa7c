"""From verdicts to a score, and to an order in which to mend things."""
