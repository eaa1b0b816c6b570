"""Other tools' files and people's own, in and out of a case."""
