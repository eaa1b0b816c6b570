"""Eight made-up articles of about 3,000 characters, on eight made-up negotiations.

They are for timing, and `DENSITIES` tells that they are as dense as news that was published: at or
above it on each count, and at most a quarter above. Published are the 168 articles of seven
American publishers in the development and test sets of PolNeAR.
"""

from __future__ import annotations

from pathlib import Path

LENGTH = 3_000
"""Characters of an article, as news agencies write them."""
DENSITIES = {
    "quotations": (8.8, 7.7),
    "paragraphs": (15.7, 14.2),
    "sentences": (32.0, 28.8),
    "words": (530.9, 494.1),
    "capitals": (94.1, 87.9),
    "days": (4.6, 4.4),
    "numbers": (7.3, 6.7),
    "words of speech": (6.7, 6.1),
    "commas": (30.8, 26.6),
}
"""How many in 3,000 characters: here, and in PolNeAR, of its two sets and of mean and median the
greatest; counted by `tests/reading/test_news.py`."""


def written() -> tuple[str, ...]:
    """The articles, each as it stands in its file."""
    files = sorted(Path(__file__).parent.glob("*.txt"))
    return tuple(file.read_text("utf-8") for file in files)
