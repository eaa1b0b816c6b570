"""What may be a name: ids of parties, issues and lines, and options of an issue."""

from __future__ import annotations

import unicodedata

RESERVED = frozenset(
    ("and", "or", "not", "if", "iff", "in", "at", "least", "most", "exactly", "of")
)
"""Words of the notation; as names they are written in quotes."""
NAME_RULE = "letters of any script, digits, _ and -"
OPTION_RULE = "text without quotes, '->' or line breaks"
LONGEST_NAME = 120
_JOINERS = "\u200c\u200d"


def composed(text: str) -> str:
    """The text in Unicode normal form C, so that names that look the same are the same."""
    return unicodedata.normalize("NFC", text)


def is_name_character(character: str) -> bool:
    """Whether the character may stand in an unquoted name."""
    return (
        character in "_-"
        or unicodedata.category(character)[0] in "LMN"
        or character in _JOINERS  # Persian and Indic words need them
    )


def is_plain_name(text: str) -> bool:
    """Whether the text can stand in an expression without quotes.

    >>> is_plain_name("北方"), is_plain_name("border-first"), is_plain_name("equal area")
    (True, True, False)
    """
    return (
        0 < len(text) <= LONGEST_NAME
        and text not in RESERVED
        and all(is_name_character(character) for character in text)
    )


def is_id(text: str) -> bool:
    """Whether the text can be the id of a party, faction, body or issue."""
    return 0 < len(text) <= LONGEST_NAME and all(is_name_character(part) for part in text)


def is_line_id(text: str) -> bool:
    """Whether the text can be the id of a red line or link: an id that may hold dots."""
    return is_id(text.replace(".", "_"))


def is_option(text: str) -> bool:
    """Whether the text can be an option of an issue, or the name of a state."""
    return (
        0 < len(text) <= LONGEST_NAME
        and text == text.strip()
        and "->" not in text
        and not any(mark in text for mark in "'\"")
        and all(character.isprintable() or character in _JOINERS for character in text)
    )


def quoted(name: str) -> str:
    """The name as an expression writes it: in single quotes where it needs them."""
    return name if is_plain_name(name) else f"'{name}'"
