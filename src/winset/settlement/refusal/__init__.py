"""Why nothing is left, and what would open the zone: blocks and openings."""
