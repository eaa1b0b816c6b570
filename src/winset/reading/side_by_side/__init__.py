"""What several documents tell of one thing."""
