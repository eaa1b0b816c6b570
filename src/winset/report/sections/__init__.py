"""The sections of the report: each one function from the basis to a section, or to none."""
