"""The concepts of stability, a module each, and how they are judged for all states at once."""
