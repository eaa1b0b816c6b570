"""How the tables of a case file came to be, step by step."""
