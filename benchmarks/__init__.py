"""How fast the engines are: ratios against the plain engines of tests/reference, in one run."""
