"""result.json: the outcome of an audit, by the published contract."""
