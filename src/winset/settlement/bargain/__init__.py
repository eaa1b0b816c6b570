"""Which of the packages that are left are good, fair, or worth a trade."""
