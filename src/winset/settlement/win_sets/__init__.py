"""Which packages are acceptable, how many they are, and from day to day."""
