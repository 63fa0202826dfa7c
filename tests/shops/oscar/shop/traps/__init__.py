"""Notes what Oscar itself would forget: that a card number was sent."""
