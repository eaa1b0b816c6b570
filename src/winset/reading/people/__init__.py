"""Who is named: known actors and new ones."""
