"""What an analyst does, one function each: here files and screens meet the computing core."""
