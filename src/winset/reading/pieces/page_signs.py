"""What a line of a page is, wherever it stands: by its words, its end, its signs or its figures."""

from __future__ import annotations

import re

from winset.reading.pieces.page_words import kind_by_first_word
from winset.reading.text.words import BUTTONS, MONTHS, WEEKDAYS, lexicon

LONGEST = 1000
"""Characters of a paragraph from which it is looked at no longer."""
_LONGEST_OWNED, _LONGEST_BUTTONS, _LONGEST_STAMP = 90, 120, 140
_LONGEST_SHORT, _LONGEST_CAPTION = 240, 400
_FIRST = re.compile(r"[\s(\[+•*·|–—-]*([^\W\d_]+(?:[-.][^\W\d_]+)*|\d|[©@])")
_WITHIN = (
    ("follow ", "author", re.compile(r".*\bfollow (?:him|her|them) on .*")),
    (" not responsible for ", "disclaimer", re.compile(r".{10,60} (?:is|are) not resp.*")),
    ("all rights reserved", "copyright", re.compile(r".{0,60}all rights reserved.{0,60}")),
    (
        " to your inbox",
        "subscription",
        re.compile(r".{0,80}delivered (?:straight |right |directly )?to your inbox.{0,20}"),
    ),
)
"""Kinds of line told by words within it, which are looked for first."""
_OWNED = re.compile(
    r"\(?(?:[^.!?]{0,50}/|[^.!?]{0,50} via )(?:getty(?: images)?|afp|reuters|ap|epa|dpa|anp"
    r"|(?:adobe )?stock|istock(?:photo)?|alamy|pixabay|unsplash|flickr|shutterstock|bloomberg"
    r"|wikimedia(?: commons)?|xinhua|tass)(?: photo)?\)?\.?"
    r"|\([^.!?()]{2,50} (?:photo|picture|image)s?\)\.?"
)
"""A line of names that ends in the owner of a picture."""
_OWNERS = lexicon(
    """
    images getty afp reuters ap epa dpa anp stock istock istockphoto alamy pixabay unsplash flickr
    shutterstock bloomberg wikimedia commons xinhua tass photo photos picture pictures image
    """
)
"""The last words of such lines."""
_LAST = re.compile(r"([^\W\d_]+)[.)]*$")
_CREDITED = re.compile(
    r"(?<![^\s(\[|/])(?:Photo|Photograph|Picture|Pic|Image|Credit|PHOTO|PICTURE|IMAGE|CREDIT)s?"
    r"(?: [Cc]redit)?\s?[:|]\s?[A-Z@][^.:;“”\"]{1,60}$"
    r"|\((?:[A-Z]\w+ ){0,2}(?:[Pp]hoto|[Pp]icture|[Ii]mage)s?(?: [^()]|/)[^()]{1,50}\)$"
)
"""What closes a caption: a word for a picture, a colon, stroke or brackets, and whose it is."""
_AGENCY = r"(?:REUTERS|Reuters|AFP|AP|EPA|DPA|TASS|Getty(?: Images)?|Xinhua|Bloomberg)"
_OWNED_CAPTION = re.compile(
    rf"[.”\"] +(?:{_AGENCY}(?:/[A-Z][\w’'. -]{{1,40}})+|[A-Z][\w’'. -]{{2,40}}/{_AGENCY})$"
    r"|[.”\"] ?© ?[A-Z][^.:;]{2,60}$"
)
"""What closes a caption after its last stop: who took the picture, and whose it is."""
_CAPTION = re.compile(
    r".{10,}(?: file photo|[.)–—-] photo by [^.:;]{2,60})"
    r"|.{2,}\b(?:hide|toggle) caption|.{10,}\(l-r\).{10,}"
)
"""A line without a stop that tells by words within it that it stands below a picture."""
_PICTURED = (" photo", " caption", "(l-r)")
"""What such a line holds, which is looked for first."""
_BRACKETED = frozenset(("caption", "credit", "disclaimer", "provenance", "series"))
"""The kinds of line that may stand in brackets."""
_GLUED = re.compile(r"(?:ALSO READ|READ ALSO|READ MORE|SEE ALSO|RELATED)(?=[A-Z‘“\"'])")
"""A label that has lost the space after it."""
_INSET = re.compile(r"[a-z. ]Image (?:source, |copyright |caption,? ?)[A-Z]")
"""What a picture is labelled with, left amid its words."""
_SIGNED_POST = re.compile(
    r"(?:[—–-]+ ?|A (?:post|video|reel) shared by ).{1,60} ?\(@[\w.]+\)"
    r"(?:,? \w{3,9}\.? \d{1,2},? \d{4})?"
)
"""What closes a post from elsewhere: who wrote it, with the name used there, and when."""
_STAFF = re.compile(
    r"\((?:[A-Z][a-z]+ )?(?:[Ee]ditor|[Rr]eporter|[Tt]ranslator)s? ?:(?: ?[A-Z][\w’'.-]*,?)+\)"
)
_CODE = re.compile(
    r"\[(\w+)\b[^\]]*\].{0,600}\[/\1\]"
    r"|\[/?(?:[a-z]+_\w*|related|gallery|embed|caption|ads?|poll|video)\b[^\]]*\]"
)
"""What the page's own program should have put something in place of: `[gallery ids=3]`."""
_LEADING = re.compile(r"[^«‹<.!?:;]{1,60} [»›>]+")
"""A short line that leads to another page, by the arrow at its end."""
_CRUMB = re.compile(r"\s[>»›]\s")
_TRAIL = re.compile(
    r"[A-Z][\w&’']*(?: [\w&’']+){0,2}(?:\s+/\s+[A-Z][\w&’']*(?: [\w&’']+){0,2}){1,3}"
)
"""A trail of links with strokes between them: `News / Harbours`."""
_LABELS = lexicon("published updated posted modified created date")
_STAMP = (
    _LABELS
    | {*MONTHS, *WEEKDAYS}
    | lexicon(
        """
        mon tue tues wed thu thur thurs fri sat sun st nd rd th last first on at by time am pm
        utc gmt bst ist est edt et cst cdt ct pst pdt pt kst jst cet cest msk eat wat sgt
        """
    )
)
"""The words of a line that tells when a page was made, whose name may stand beside it."""
_STOPS = '.!?”"'
_LETTERS, _DIGIT = re.compile(r"[^\W\d_]{2,}"), re.compile(r"\d")
_HOUR = re.compile(r"\b\d\d?:\d\d")
_WORDS = re.compile(r"[\w-]+")


def kind_of_line(line: str) -> str:
    """What part of the page a line is, wherever it stands; "" for words of the article."""
    if len(line) > LONGEST:
        return ""
    found = _FIRST.match(line)
    word = found.group(1).lower() if found is not None else ""
    if word in BUTTONS and _is_buttons(line):
        return "share"
    lower = line.lower()
    kind = ""
    if found is not None:
        kind = kind_by_first_word("0" if word.isdigit() else word, lower, found.start(1))
        kind = "" if line[0] in "([" and kind not in _BRACKETED else kind
    return kind or _kind_by_end(line, lower) or _kind_by_signs(line)


def _is_buttons(line: str) -> bool:
    """Whether a line holds nothing but the names of buttons, as `Share Tweet 12`."""
    if len(line) > _LONGEST_BUTTONS or line[:1] in "“\"‘'«„":
        return False
    every = (word.group() for word in _WORDS.finditer(line.lower()))
    words = (word for word in every if not word.isdigit())
    return next(words, "") in BUTTONS and all(word in BUTTONS for word in words)


def _kind_by_end(line: str, lower: str) -> str:
    """Whether a line is told by words within it, or by whose picture it names at its end."""
    if len(line) > _LONGEST_CAPTION:
        return ""
    if len(line) <= _LONGEST_SHORT:
        for words, kind, whole in _WITHIN:
            if words in lower and whole.fullmatch(lower):
                return kind
    if len(line) <= _LONGEST_OWNED:
        last = _LAST.search(lower, max(len(line) - 20, 0))
        if last is not None and last.group(1) in _OWNERS and _OWNED.fullmatch(lower):
            return "credit"
    if line[-1] in _STOPS:
        return ""
    if (":" in line or "|" in line or line[-1] == ")") and _CREDITED.search(line):
        return "caption"
    if ("/" in line or "©" in line) and _OWNED_CAPTION.search(line):
        return "caption"
    told = any(one in lower for one in _PICTURED) and _CAPTION.fullmatch(lower)
    return "caption" if told else ""


def _kind_by_signs(line: str) -> str:
    """Whether a line is a trail of links, a label, a program's code or a stamp of time."""
    if line[0] == "[" and _CODE.fullmatch(line):
        return "code"
    if "(@" in line and _SIGNED_POST.fullmatch(line):
        return "post"
    if line[0] == "(" and _STAFF.fullmatch(line):
        return "credit"
    if "Image " in line and _INSET.search(line):
        return "caption"
    if line[:4].isupper() and _GLUED.match(line):
        return "related"
    arrows = ">" in line or "»" in line or "›" in line
    if arrows and len(_CRUMB.findall(line)) >= 2:
        return "breadcrumb"
    if arrows and _LEADING.fullmatch(line):
        return "links"
    if "/" in line and _TRAIL.fullmatch(line):
        return "breadcrumb"
    return "date" if _is_stamp(line) else ""


def _is_stamp(line: str) -> bool:
    """Whether a line gives an hour or label with a day, and beside them three names at most."""
    ended = line[-1] in _STOPS and not line.endswith("m.")
    if ended or len(line) > _LONGEST_STAMP or _DIGIT.search(line) is None:
        return False
    words = _LETTERS.findall(line)
    names = [word for word in words if word.lower() not in _STAMP]
    if len(names) > 3 or any(name[0].islower() for name in names):
        return False
    labelled = any(word.lower() in _LABELS for word in words)
    dated = any(word.lower() in MONTHS for word in words) or "-" in line or "/" in line
    return dated and (labelled or _HOUR.search(line) is not None)
