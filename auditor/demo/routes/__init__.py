"""The shop's pages, one module per part of the way through it."""
