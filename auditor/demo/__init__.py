"""The embedded shop: a small, exemplary shop that is served, audited, planted with flaws and given many shapes."""
