"""The embedded shop: small and exemplary, to be audited, planted with flaws and given many shapes."""
