"""`python -m winset` is the command `winset`."""

from winset.cli import main

main()
