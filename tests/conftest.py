"""Settings every test shares."""

from hypothesis import settings

# A busy machine is no fault of the code, and the same code gets the same examples.
settings.register_profile("winset", deadline=None, derandomize=True)
settings.load_profile("winset")
