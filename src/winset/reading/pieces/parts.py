"""Where one document holds several pieces: another article, a commentary, a box."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from winset.dates import Edtf
from winset.reading.dating.almanac import before_or_in, moment
from winset.reading.dating.grammar import named_days
from winset.reading.dating.stated import stated_days
from winset.reading.pieces.boxes import RULE, SIGNS, returns
from winset.reading.suggestions import PartSuggestion
from winset.reading.text.layout import DATELINE, Paragraph, is_heading
from winset.reading.text.words import FOLLOW_ON, MONTHS

_BY = ("By", "BY", "Text by", "Written by", "Analysis by", "Commentary by")
_BYLINE = re.compile(
    rf"(?:{'|'.join(_BY)})\s+"
    r"((?:[A-Z][\w’'.-]*|de|van|von|al|bin|and|&|/|,)(?:\s+(?:[A-Z][\w’'.-]*|de|van|von|al|bin|and|&))*)"
    r"(?:\s*[,|/–—-].{0,80})?"
)
_BOX = re.compile(rf"[{SIGNS}]\s*\S.{{0,80}}")
_DATELINE = re.compile(
    r"[A-Z][A-Z .’'-]{2,30}(?:, [A-Z][\w. ]{2,20})?(?:, \w+\.? \d{1,2}(?:, \d{4})?)?"
    r"\s*(?:\((?:[A-Z][\w. ]{1,30})\)\s*)?[—–-]{1,2}\s+[A-Z“\"]"
)
_LEAD = re.compile(r"(?:[A-Z][\w’'.-]*)\s")
_LABEL = re.compile(
    r"[(\[]?(?:first |originally )?"
    r"(?:published|posted|updated|last (?:updated|modified)|modified|date|issued|filed)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"[(\[]?(?:last )?(?:updated|modified)\b(?!.{0,60}\bpublished\b)", re.IGNORECASE
)
_BOX_WORD = re.compile(
    r"(?:analysis|commentary|factbox|explainer|sidebar|viewpoint|box(?: \d+)?)\b"
    r"(?:\s?[:—–-].{1,60})?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:The (?:author|writer)s? (?:is|are|was)\b.+"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){1,3} (?:is|was) (?:an? |the )[^.]{5,200}\.)"
)
_HEAD, _LONGEST_DATE, _LONGEST_HEAD, _NEAR_DAYS = 6, 40, 160, 45
_SHORTEST, _WIDE_GAP, _MOST_GAPS = 600, 3, 3
_LONGEST_NOTE, _FEW_HEADINGS = 320, 3


def parts(
    text: str, paragraphs: tuple[Paragraph, ...], page: frozenset[int], date: Edtf
) -> tuple[PartSuggestion, ...]:
    """The pieces of a document published on `date`, at least one where there is running text."""
    body = [number for number in range(len(paragraphs)) if number not in page]
    if not body:
        return ()
    seams = _seams(text, paragraphs, body)
    resumed = returns(text, paragraphs, body, seams)
    opens = {body[0]: "whole"} | seams | dict.fromkeys(resumed, "after a box")
    starts = sorted(opens)
    found: list[PartSuggestion] = []
    for start, following in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        inside = body[bisect_left(body, start) : bisect_left(body, following)]
        if start in resumed:
            first, last = paragraphs[inside[0]], paragraphs[inside[-1]]
            piece = found[-2]  # the one that the box stands in
            found.append(replace(piece, start=first.start, end=last.end, rule=opens[start]))
            continue
        title, author = _heading_of(text, paragraphs, inside)
        found.append(
            PartSuggestion(
                paragraphs[inside[0]].start,
                paragraphs[inside[-1]].end,
                title,
                author,
                _own_date(text, paragraphs[start:following], date, len(starts) == 1),
                opens[start] if len(starts) > 1 else "whole",
            )
        )
    return tuple(found)


def _own_date(text: str, piece: tuple[Paragraph, ...], date: Edtf, only: bool) -> Edtf | None:
    """The day in a piece's dateline or, of several pieces, in a line of its head; None for none.

    A dateline far from the day of the document is some other day, so it counts for nothing. A
    day on which the piece was changed counts where no other is given.
    """
    changed = ""
    for paragraph in piece[:_HEAD]:
        line = DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 90))
        if line is not None:
            return _of_dateline(text[line.start() : line.end()], date)
        found = "" if only else _day_of_line(text, paragraph)
        if found and _CHANGED.match(text, paragraph.start):
            changed = changed or found
        elif found:
            return Edtf.parse(found)
    return Edtf.parse(changed) if changed else None


def _day_of_line(text: str, paragraph: Paragraph) -> str:
    """The day that a short line, a byline or a line with its label gives; "" for none."""
    line = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_HEAD + 1)]
    dated = len(line) <= _LONGEST_DATE or bool(_LABEL.match(line)) or bool(byline(text, paragraph))
    if len(line) > _LONGEST_HEAD or not dated or not any(letter.isdigit() for letter in line):
        return ""
    return next(iter(stated_days(line)), "")


def _of_dateline(line: str, date: Edtf) -> Edtf | None:
    document = moment(date)
    for match in named_days(line):
        rule = match.lastgroup or ""
        if rule in ("md", "dm"):
            month, day = MONTHS[match[f"{rule}_m"].rstrip(".").lower()], match[f"{rule}_d"]
            edtf = before_or_in(month, int(re.sub(r"\D", "", day)), document).edtf()
        else:
            edtf = next(iter(stated_days(match.group())), "")
        if edtf:
            found = Edtf.parse(edtf)
            return found if abs((date.last - found.first).days) <= _NEAR_DAYS else None
    return None


def byline(text: str, paragraph: Paragraph) -> str:
    """The author a line names (`By Jane Roe, in Elmira`), or ""."""
    if paragraph.end - paragraph.start > 160 or not text.startswith(_BY, paragraph.start):
        return ""
    found = _BYLINE.fullmatch(text[paragraph.start : paragraph.end])
    return " ".join(found.group(1).split()).rstrip(" ,") if found else ""


def _seams(text: str, paragraphs: tuple[Paragraph, ...], body: list[int]) -> dict[int, str]:
    """Paragraphs at which another piece begins, with the rule that says so."""
    begin = paragraphs[body[0]].start
    wide = _wide_gaps(paragraphs, body)
    headings = sum(is_heading(text, paragraphs[number]) for number in body[1:])
    plain = headings <= _FEW_HEADINGS  # else a box's name is one heading of many
    seams: dict[int, str] = {}
    for place, number in enumerate(body[1:], start=1):
        paragraph = paragraphs[number]
        if paragraph.start - begin < _SHORTEST:
            continue
        before = body[place - 1]
        line = text[paragraph.start : min(paragraph.end, paragraph.start + 160)]
        if byline(text, paragraph):
            titled = is_heading(text, paragraphs[before]) and before > body[0]
            seams[before if titled else number] = "byline"
        elif _BOX.fullmatch(line):
            seams[number] = "box"
        elif _DATELINE.match(line):
            seams[number] = "dateline"
        elif _follows_end(text, paragraphs, before, number) and _has_text(paragraphs, number):
            seams[number] = "heading after an end"
        elif plain and _BOX_WORD.fullmatch(text, paragraph.start, paragraph.end):
            seams[number] = "box"
        elif number in wide and _is_lead(text, paragraphs, number):
            seams[number] = "wide gap"
    return seams


def _follows_end(text: str, paragraphs: tuple[Paragraph, ...], before: int, number: int) -> bool:
    """Whether a heading stands after a ruled line, or after a note on the author."""
    if not is_heading(text, paragraphs[number]):
        return False
    last = paragraphs[before]
    if RULE.fullmatch(text, last.start, last.end):
        return True
    skipped = paragraphs[before + 1 : number]
    ruled = any(RULE.fullmatch(text, one.start, one.end) for one in skipped)
    return ruled or (
        last.end - last.start <= _LONGEST_NOTE
        and _NOTE.fullmatch(text, last.start, last.end) is not None
    )


def _has_text(paragraphs: tuple[Paragraph, ...], number: int) -> bool:
    return paragraphs[-1].end - paragraphs[number].start >= _SHORTEST


def _wide_gaps(paragraphs: tuple[Paragraph, ...], body: list[int]) -> frozenset[int]:
    """Paragraphs after far more blank lines than is usual, where such gaps are rare."""
    gaps = sorted(paragraphs[number].gap for number in body[1:])
    if not gaps:
        return frozenset()
    usual = gaps[len(gaps) * 3 // 4]
    wide = [n for n in body[1:] if paragraphs[n].gap >= max(_WIDE_GAP, usual + 2)]
    return frozenset(wide) if len(wide) <= _MOST_GAPS else frozenset()


def _is_lead(text: str, paragraphs: tuple[Paragraph, ...], number: int) -> bool:
    """Whether an article can begin here: running text enough, and no word that refers back."""
    paragraph = paragraphs[number]
    first = _LEAD.match(text, paragraph.start)
    rest = paragraphs[-1].end - paragraph.start
    opening = text[paragraph.start : paragraph.start + 20].split()[0].lower()
    return first is not None and rest >= _SHORTEST and opening not in FOLLOW_ON


def _heading_of(text: str, paragraphs: tuple[Paragraph, ...], inside: list[int]) -> tuple[str, str]:
    """The title and author in the first lines of a piece, each "" when there is none."""
    title = author = ""
    for number in inside[:4]:
        paragraph = paragraphs[number]
        author = author or byline(text, paragraph)
        if not title and not author and is_heading(text, paragraph):
            title = text[paragraph.start : paragraph.end].lstrip(f"{SIGNS} ")
    return title, author
