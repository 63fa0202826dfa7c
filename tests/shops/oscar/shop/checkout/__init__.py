"""Oscar's checkout with a choice of payment."""
