"""The way from the home page to the payment step: one file per stage, and the rails that keep it from ordering."""
