"""Who buys: an artificial person with a valid address per country, and how forms are answered."""
