"""How the tables of a history came to be what they are: one step a file, forward only, run by Alembic."""
