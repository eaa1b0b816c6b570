"""What a page is made of: its articles, its boilerplate, and copies of it elsewhere."""
