"""Past runs of a site: kept in a database, listed, drawn as trends."""
