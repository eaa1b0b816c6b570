"""A workbench for people who analyse negotiations."""
