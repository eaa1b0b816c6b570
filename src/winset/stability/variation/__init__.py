"""What would be if the model were a little different."""
