"""Where moves lead: alone, one after the other, together, and at the same time."""
