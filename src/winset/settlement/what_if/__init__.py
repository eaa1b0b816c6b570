"""What would be if something else were given."""
