"""What happened and what was undertaken: events, places, positions, undertakings."""
