"""What an observation means: prices, cards, buy box, fields, checkout, walls. Pure."""
