"""Settlements: packages, win-sets, the zone of agreement, and what to do when it is empty."""
