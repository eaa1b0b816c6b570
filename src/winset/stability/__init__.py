"""Stability in the graph model for conflict resolution."""
