"""What files hold: bytes to text, and what a document says of itself."""
