"""Media types by the end of a file's name, the same on every machine."""

from __future__ import annotations

from pathlib import PurePath

UNKNOWN = "application/octet-stream"

_TYPES = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
    ".geojson": "application/geo+json",
    ".html": "text/html",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".toml": "application/toml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}


def media_type(name: str) -> str:
    """The media type a file's name promises.

    >>> media_type("harbour.geojson")
    'application/geo+json'
    """
    return _TYPES.get(PurePath(name).suffix.lower(), UNKNOWN)


def suffix(media: str) -> str:
    """The end of a file's name for a media type, "" where none is known."""
    return next((end for end, known in _TYPES.items() if known == media), "")
