"""EverShop, a React shop on PostgreSQL."""
