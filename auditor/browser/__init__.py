"""Finding, installing and starting a browser; one tab of it as the engine uses it."""
