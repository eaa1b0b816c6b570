"""Words of the page that are not the article: labelled, never taken out."""

from __future__ import annotations

import re
from itertools import pairwise

from winset.reading.pieces.page_signs import LONGEST, kind_of_line
from winset.reading.pieces.page_words import DATE
from winset.reading.suggestions import BoilerplateSuggestion
from winset.reading.text.layout import Paragraph, is_heading, is_prose
from winset.reading.text.words import SPEECH_VERBS, lexicon

_FOOT = re.compile(
    r"leave a (?:reply|comment)|(?:view|show|read|see|load)(?:/post)? (?:all |more |\d+ )?comments?"
    r"|to post a comment|around the web|from the web|join the conversation|most (?:popular|read)"
    r"|most viewed|you may also like|terms of use|privacy policy|categories\s*:"
    r"|tagged(?: as| with)?\s*:|filed under|related|share this|comments?\s*(?:\(\d+\))?$"
    r"|©|copyright",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    rf"(?=.*\b(?:{DATE}))(?:[^.!?]|\b(?:no|vol|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.)*",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"(?:[A-Z][\w’'.-]*+ ){1,4}(?:News|Newspaper|Agency|Times|Post|Herald|Tribune|Gazette|Journal"
    r"|Daily|Magazine|Online|Radio|TV|Express|Telegraph|Chronicle|Courier|Observer|Broadcasting)"
)
_COMMON = re.compile(r"\b(?!(?:of|the|and|for|from|in|on|at)\b)[a-z]{2,}\b")
_BULLET = re.compile(r"[•·▪‣◦*]\s+\S")
_NUMBER = re.compile(r"(?!(?:1[5-9]|20)\d\d$)(?:\d{2,}|\d{1,3}(?:,\d{3})+|\d{6,}[-_]\d+)")
"""Figures alone, that are no year or chapter: how often a page was shared, a picture's name."""
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z\d.()]+)*/(?:\d[\w.()]*)(?:/[\w.()]+)*")
"""The number of a document: `HC/12`, `A/FISH/12/3`."""
_SECTIONS = lexicon(
    """
    world politics business economy opinion sport sports culture arts science technology health
    environment education lifestyle travel entertainment local national nation international
    regional region africa asia europe americas america latin middle east north south west central
    pacific uk us usa news top stories headlines features feature editorial editorials letters
    conflicts conflict war security defence defense energy climate foreign affairs elections press
    release releases conferences lead story briefings daily archive archives blog blogs edited
    general markets finance companies society fisheries agriculture trade
    """
)
"""The words that the parts of a paper are named with."""
_LINKING = lexicon("and of the in")
_CAPITALS = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3}")
_CAPITALIZED = re.compile(r"[A-Z][a-z’'.-]+(?: [A-Z][\w’'.-]*){0,2}(?:, [A-Z][\w. ]+)?(?<![.:])")
_OWNER = re.compile(
    r"(?:getty images|epa|shutterstock|adobe stock|istock(?:photo)?|alamy|afp via getty images)\W*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"([A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){1,3}) (?:is|was) (?:an? |the |(?=[A-Z]))[^.]{0,120}"
    r"\b(?i:reporter|correspondent|journalist|editor|writer|author|columnist|producer|contributor"
    r"|fellow|professor|lecturer|researcher|analyst|blogger|novelist|historian)\b.{0,300}"
)
"""Who wrote it, and what else he does."""
_VERBS = SPEECH_VERBS | lexicon(
    "is are was were has have had will would may might can could must rejects meets"
)
_SPEAKS = lexicon("said says told tells argues argued believes added adds asked")
_DIGIT, _WORD, _LETTERS = re.compile(r"\d"), re.compile(r"[a-z]{2,}"), re.compile(r"[^\W\d_]+")
_OWNED_BY = re.compile(r" (?:[A-Z@©(][\w’'.-]*[,/)]*(?:/| |$))+")
"""Names behind a caption, as of who took the picture: ` Anna Berg/AP`."""
_SIGNED = re.compile(
    r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,2} (?:[A-Z][a-z]{2},? )?\d{1,2}"
    r" (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
)
"""Who wrote it and when, without a year: `Anna Berg 12 Jun`."""
_TEMPLATE = lexicon("by on in at posted published written filed under")
"""What is left of a line whose name and date are missing."""
_HEAD, _TAIL = 12, 4
_MENU, _LONGEST_ENTRY, _LONGEST_HEADLINE, _LONGEST_SITE = 6, 28, 140, 60
_TOP, _LONGEST_TOP = 4, 40
_STOPS = '.!?:;,”"'
_BYLINES = ("By ", "Written by ", "Posted by ")
_STORIES, _LONG = 4, 300


def boilerplate(text: str, paragraphs: tuple[Paragraph, ...]) -> dict[int, BoilerplateSuggestion]:
    """The paragraphs that are boilerplate, by their number."""
    page = _Page(text, paragraphs)
    for mark in (
        page.mark_notes,
        page.mark_captions,
        page.mark_doubles,
        page.mark_films,
        page.mark_repeats,
        page.find_prose,
        page.mark_head,
        page.mark_top,
        page.mark_lists,
        page.mark_edges,
        page.mark_menus,
        page.mark_clips,
        page.mark_stories,
        page.mark_signature,
        page.mark_foot,
    ):
        mark()
    return {
        number: BoilerplateSuggestion(paragraphs[number].start, paragraphs[number].end, kind)
        for number, kind in sorted(page.kinds.items())
    }


class _Page:
    """A text's lines, and what is known of those that are no part of the article."""

    def __init__(self, text: str, paragraphs: tuple[Paragraph, ...]) -> None:
        self._text, self._paragraphs = text, paragraphs
        self._lines = [text[start : min(end, start + LONGEST + 1)] for start, end, _ in paragraphs]
        self.kinds = {n: kind for n, line in enumerate(self._lines) if (kind := kind_of_line(line))}
        """The kind of each line that is boilerplate, by its number."""
        self._first, self._last = 0, len(paragraphs)
        """The first and the last line of running text."""

    def mark_notes(self) -> None:
        """Who wrote the text, before or after it: somebody of whom it tells nothing."""
        size = len(self._lines)
        for number in sorted({*range(min(_TAIL, size)), *range(max(size - _TAIL, 0), size)}):
            line = self._lines[number]
            note = _NOTE.fullmatch(line) if " is " in line or " was " in line else None
            if note is None or number in self.kinds or not _SPEAKS.isdisjoint(line.split()):
                continue
            name = note.group(1).rpartition(" ")[2]
            others = (one for n, one in enumerate(self._lines) if n != number and len(one) > 160)
            if not any(name in one for one in others):
                self.kinds[number] = "author"
                while number and self._lines[number - 1] == note.group(1):
                    number -= 1
                    self.kinds[number] = "author"

    def mark_captions(self) -> None:
        """The name of who took a picture, above that of its owner; a caption given twice."""
        for number, kind in tuple(self.kinds.items()):
            above = self._lines[number - 1] if number and number - 1 not in self.kinds else ""
            if kind == "caption" and _opens_alike(above, self._lines[number]):
                self.kinds[number - 1] = kind
            elif kind == "caption" and self._lines[number].endswith(("caption", "caption,")):
                self._mark_labelled(number + 1)
            named = kind == "credit" and _OWNER.fullmatch(self._lines[number])
            if named and _CAPITALS.fullmatch(above):
                self.kinds[number - 1] = kind

    def _mark_labelled(self, number: int) -> None:
        """The words below a caption's label, unless they are running text."""
        if number < len(self._lines) and self._is_heading(number):
            self.kinds.setdefault(number, "caption")

    def mark_doubles(self) -> None:
        """A caption that stands twice above the article, the second time with whose it is."""
        for number, (above, line) in enumerate(pairwise(self._lines[:_HEAD]), start=1):
            if above[:20] == line[:20] and _is_told_again(above, line):
                self.kinds.setdefault(number - 1, "caption")
                self.kinds.setdefault(number, "caption")

    def mark_repeats(self) -> None:
        """A headline that already stood in the page's title or its trail of links."""
        line = ""
        for number in range(min(_HEAD, len(self._lines))):
            before, line = line, self._lines[number]
            if number in self.kinds or len(line) > 300:
                continue
            if any(_same(line, self._lines[n]) for n in range(number) if n in self.kinds):
                self.kinds[number] = "repeated headline"
            elif line.count("|") in (1, 2) and number == 0 and not self._is_prose(0):
                self.kinds[number] = "page title"
            elif line == before and 20 <= len(line) <= 120 and not line[0].isdigit():
                self.kinds[number - 1] = "page title"
            elif len(line) >= 20 and self._is_heading(number):
                self._mark_earlier(number, line)

    def _mark_earlier(self, number: int, headline: str) -> None:
        """What names a headline with the site, or the headline alone above lines of the page."""
        for earlier in range(number):
            line = self._lines[earlier]
            if headline not in line or earlier in self.kinds:
                continue
            between = any(n in self.kinds for n in range(earlier + 1, number))
            if _names_site(line, headline) or (line == headline and between):
                self.kinds[earlier] = "page title"

    def find_prose(self) -> None:
        """Where the running text begins and ends; everywhere when there is none."""
        prose = [
            number
            for number, line in enumerate(self._lines)
            if number not in self.kinds and (len(line) >= _LONG or self._is_prose(number))
        ]
        self._first, self._last = (prose[0], prose[-1]) if prose else (0, len(self._lines))

    def mark_head(self) -> None:
        """The site's name, the part of the paper and the issue before the first running text."""
        first = self._first
        for number in range(min(first, _HEAD)):
            line = self._lines[number]
            if number in self.kinds or len(line) > 80:
                continue
            around = (self.kinds.get(number - 1), self.kinds.get(number + 1))
            if number and (_is_issue(line) or _SIGNED.fullmatch(line)):
                self.kinds[number] = "date"
            elif around == ("menu", "menu") and self._is_entry(number):
                self.kinds[number] = "menu"
            elif _is_section(line) and number + 1 < first and len(self._lines[number + 1]) >= 20:
                self.kinds[number] = "section"
        dated = [number for number in range(1, min(first, 3)) if self.kinds.get(number) == "date"]
        if first < 2 or 0 in self.kinds:
            return
        named = dated == [1] and _is_name(self._lines[0])
        if named or (_PUBLISHER.fullmatch(self._lines[0]) and not self._is_prose(1)):
            self.kinds[0] = "site header"

    def mark_top(self) -> None:
        """Short lines in a row that a page begins with, some of them labelled, above a headline."""
        row = 0
        while row < self._first and len(self._lines[row]) <= _LONGEST_TOP:
            row += 1
        if row < _TOP or row >= self._first or self.kinds.get(row):
            return
        kinds = {self.kinds.get(number, "") for number in range(row)}
        twice = any(one == two and _is_name(one) for one, two in pairwise(self._lines[:row]))
        if twice or not kinds.isdisjoint(("section", "advertisement", "menu")):
            for number in range(row):
                self.kinds.setdefault(number, "menu")

    def mark_edges(self) -> None:
        """Before the first or after the last running text: figures, numbers, names."""
        for number in self._outside():
            line = self._lines[number]
            if number in self.kinds or len(line) > 60:
                continue
            if _NUMBER.fullmatch(line) or _SYMBOL.fullmatch(line):
                self.kinds[number] = "number"
            elif _TEMPLATE.issuperset(line.lower().split()):
                self.kinds[number] = "date"
            elif number > self._last and _is_section(line):
                self.kinds[number] = "section"
            elif number and self._is_signed(number - 1) and _PUBLISHER.fullmatch(line):
                self.kinds[number] = "site header"
        end = len(self._lines) - 1
        if self._last < end and end not in self.kinds and _PUBLISHER.fullmatch(self._lines[end]):
            self.kinds[end] = "footer"

    def _is_signed(self, number: int) -> bool:
        """Whether a line tells when the text was made, or by whom."""
        return self.kinds.get(number) == "date" or self._lines[number].startswith(_BYLINES)

    def mark_lists(self) -> None:
        """Short items of lists outside the running text, but of those that stand after a colon."""
        item = -1  # the last one of a list after a colon
        for number in self._outside():
            line = self._lines[number]
            if not _BULLET.match(line):
                continue
            above = self._lines[number - 1] if number and number - 1 not in self.kinds else ""
            if above[-1:] == ":" or (number and item == number - 1):
                item = number
            elif number not in self.kinds and len(line) <= 60 and line[-1] not in ".;,:":
                self.kinds[number] = "links"

    def mark_menus(self) -> None:
        """Many short lines in a row before the first or after the last running text."""
        for region in (range(self._first), range(self._last + 1, len(self._lines))):
            row: list[int] = []
            for number in (*region, -1):
                if number >= 0 and self._is_entry(number):
                    row.append(number)
                    continue
                if len(row) >= _MENU:
                    self.kinds.update({one: "menu" for one in row if one not in self.kinds})
                row = []

    def _is_entry(self, number: int) -> bool:
        """Whether a line can be an entry of a menu: a few words, no sentence, or labelled."""
        line, kind = self._lines[number], self.kinds.get(number)
        short = len(line) <= _LONGEST_ENTRY and line[-1] not in '.!?:;,”"'
        return kind == "menu" or (short and kind != "date")

    def mark_clips(self) -> None:
        """Headlines of other stories after the last running text, below how long each film is."""
        after = range(self._last + 1, len(self._lines))
        clips = [n for n in after if self.kinds.get(n) == "player" and self._lines[n][0].isdigit()]
        for number in clips if len(clips) > 1 else ():
            if number + 1 < len(self._lines) and not self._is_prose(number + 1):
                self.kinds.setdefault(number + 1, "related")

    def mark_films(self) -> None:
        """The name of a film above how long it is and other words of the player."""
        players = [number for number, kind in self.kinds.items() if kind == "player"]
        for number, following in pairwise(players):
            above = number - 1
            free = above >= 0 and above not in self.kinds
            if following == number + 1 and free and self._is_heading(above):
                self.kinds[above] = "player"

    def mark_stories(self) -> None:
        """Several headlines in a row after the last running text, up to the end or the footer."""
        row: list[int] = []
        for number in range(self._last + 1, len(self._lines)):
            if number in self.kinds:
                break
            row = [*row, number] if _is_headline(self._lines[number]) else []
        told = sum(not _VERBS.isdisjoint(_WORD.findall(self._lines[n].lower())) for n in row)
        led = bool(row) and self._lines[row[0] - 1][-1] in ":;,"
        if len(row) >= _STORIES and told * 2 > len(row) and not led:
            self.kinds.update(dict.fromkeys(row, "related"))

    def mark_signature(self) -> None:
        """Who wrote it and where from, when nothing but lines of the page follows to the end."""
        number = end = len(self._lines) - 1
        while number > self._last and number in self.kinds:
            number -= 1
        if number == end:
            return
        for signed in range(number, max(self._last, number - 2), -1):
            if not _CAPITALIZED.fullmatch(self._lines[signed]):
                return
            self.kinds[signed] = "author"

    def mark_foot(self) -> None:
        """Everything from a footer's first line on, after the last running text."""
        footer = False
        for number in range(self._last + 1, len(self._lines)):
            footer = footer or (number in self.kinds and bool(_FOOT.match(self._lines[number])))
            if footer:
                self.kinds.setdefault(number, "footer")

    def _outside(self) -> tuple[int, ...]:
        return (*range(self._first), *range(self._last + 1, len(self._lines)))

    def _is_heading(self, number: int) -> bool:
        return is_heading(self._text, self._paragraphs[number])

    def _is_prose(self, number: int) -> bool:
        return is_prose(self._text, self._paragraphs[number])


def _opens_alike(line: str, caption: str) -> bool:
    """Whether a line begins as a caption does and is no sentence, whatever the apostrophes."""
    if len(line) < 30 or line[-1] in '.!?”"':
        return False
    return line[:30].replace("’", "'") == caption[:30].replace("’", "'")


def _is_told_again(caption: str, line: str) -> bool:
    """Whether a line is a caption once more, alone or with whose picture it is behind it."""
    plain, again = " ".join(caption.split()), " ".join(line.split())
    owner = again[len(plain) :]
    if not again.startswith(plain) or not _LONGEST_SITE <= len(plain) <= _LONG:
        return False
    if not owner:  # else it may be a headline below the title of the page
        return plain[-1] == ")" or (len(plain) > _LONGEST_HEADLINE and plain[-1] not in _STOPS)
    return ("/" in owner or plain[-1] == ".") and _OWNED_BY.fullmatch(owner) is not None


def _names_site(line: str, headline: str) -> bool:
    """Whether a line is a headline with the name of its site or section: `Talks fail - News`."""
    before, _, after = line.partition(headline)
    site = before or after
    if (before and after) or not 0 < len(site) <= _LONGEST_SITE or _DIGIT.search(site):
        return False
    glued = before and (not before.endswith(" ") or before.startswith("Home "))
    return bool(glued) or site.strip(" ")[-1 if before else 0] in "|-–—:/>»"


def _is_issue(line: str) -> bool:
    """Whether a line gives a date and names, and tells nothing: `Diplomacy, No. 4, May 3, 2011`."""
    return _ISSUE.fullmatch(line) is not None and _COMMON.search(line) is None


def _is_section(line: str) -> bool:
    """Whether a line is the name of a part of a paper, as `Middle East` or `Tarn Politics`."""
    words = _LETTERS.findall(line)
    if not 0 < len(words) <= 5 or len(line) > 40 or line[-1] in '.!?:”"':
        return False
    named = [word.lower() in _SECTIONS for word in words]
    rest = [word for word, known in zip(words, named, strict=True) if not known]
    place = len(words) == 2 and named == [False, True] and rest[0][0].isupper()
    return any(named) and (place or all(word in _LINKING for word in rest))


def _is_headline(line: str) -> bool:
    """Whether a line may be the headline of another story: no sentence, item or entry of a list."""
    return 25 <= len(line) <= _LONGEST_HEADLINE and line[0].isupper() and line[-1] not in '.:;,!”"'


def _same(line: str, earlier: str) -> bool:
    """Whether a headline already stood in an earlier line, whatever the quotation marks."""
    plain = re.sub(r"\W+", " ", line).strip().casefold()
    return len(plain) >= 20 and plain in re.sub(r"\W+", " ", earlier).casefold()


def _is_name(line: str) -> bool:
    """Whether a line is the name of a publisher: short, each longer word with a capital."""
    words = [word for word in line.split() if len(word) > 3]
    return len(line) <= 60 and bool(words) and all(word[:1].isupper() for word in words)
