# ruff: noqa: E501  (one rule a line)
"""Words of the page that are not the article: labelled, never taken out."""

from __future__ import annotations

import re

from winset.reading.suggestions import BoilerplateSuggestion
from winset.reading.text.layout import Paragraph, is_prose
from winset.reading.text.words import BUTTONS

_DATE = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,? )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? ?\d{4}|\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{4}"
)
_LINES = (
    ("share", r"(?:share|e-?mail|print|tweet|like) (?:this|on|via|to|with)\b.{0,40}"),
    ("menu", r"(?:skip to|back to|go to|jump to) (?:main )?(?:content|top|home\w*|navigation)"),
    ("menu", r"(?:home|menu|search|sections|navigation|log ?in|sign ?in|register|subscribe)"),
    ("menu", r"(?:terms (?:of (?:use|service)|(?:and|&) conditions)|privacy(?: policy| statement| notice)?|cookie policy|contact us|about us|advertise with us|site ?map|faqs?|careers|press room|media kit|customer service|rss(?: feeds?)?|latest(?: news| stories| headlines)?|top stories|trending(?: now| stories| topics)?|what['’]s hot|hot topics|breaking news|multimedia|most (?:viewed|shared|commented|emailed))"),
    ("subscription", r"(?:already have an account|not a subscriber|thanks for signing up|get (?:our|the) .{0,40}newsletter).{0,60}|.{0,80}delivered (?:straight |right |directly )?to your inbox.{0,20}|support (?:our|independent|quality) journalism.{0,60}|this (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:\w+ )?(?:subscribers|members)\b.{0,40}|join our .{0,60}\b(?:channel|newsletter|mailing list)\b.{0,80}"),
    ("subscription", r"(?:subscribe|sign up|register)\b.{0,80}(?:newsletter|updates?|e-?mail|access|today|now|free).{0,60}"),
    ("advertisement", r"(?:advertise\w*|sponsored(?: content)?|promoted)(?: by .{0,40})?"),
    ("advertisement", r"(?:story |article )?continues? (?:below|after) (?:the |this )?(?:ad\w*|video|image|promotion)|(?:article|story) continues below|scroll (?:down )?(?:to|for) (?:continue|more).{0,30}|(?:powered|presented) by.{0,30}"),
    ("related", r"(?:around|from|elsewhere on) the web|promoted (?:stories|links|content)|(?:you )?(?:might|may) (?:also )?(?:like|be interested).{0,40}|like this\?.{0,60}|what to read next|editor[s’']{0,2} picks|don['’]t miss(?: this)?|up next|next up|next (?:article|story)|previous (?:article|story)"),
    ("related", r"(?:related|read more|see also|more (?:from|on|stories)|recommended|most (?:read|popular)|you may also like|also read)\b.{0,100}"),
    ("tags", r"(?:categories|category|tags?|tagged(?: as| with)?|filed under|topics|keywords)\s*:.{0,200}"),
    ("comments", r"(?:leave a (?:reply|comment)|post a comment|add (?:a )?comment|\d+ comments?|comments? (?:are )?closed)|please enter (?:your|a valid) (?:comment|name|e-?mail)\b.{0,40}"),
    ("comments", r"fill in your details below.*|you are commenting using your .*|connecting to %s|(?:google|twitter|facebook|wordpress\S*) (?:photo|picture|logo)|logo|log ?out.{0,20}"),
    ("comments", r"your e-?mail address will not be published.*|required fields are marked.*|notify me of .{0,60}|this site uses akismet.*"),
    ("comments", r"(?:view|show|read|see|load|hide)(?:/post)? (?:all |more |\d+ )?comments?.{0,20}|to post a comment.{0,200}|(?:name|e-?mail|website) ?\(?required\)?.{0,40}|(?:join|start) the (?:conversation|discussion).{0,30}|(?:log|sign) in to (?:comment|reply).{0,30}"),
    ("player", r"\d{1,2}:\d\d(?:[ :/]+\d\d?:?\d\d)*|mp[34]|\d+(?:\.\d+)? ?[kmg]b|(?:play|listen) live(?: radio)?|on air now|now playing|available on air stations|fcc public (?:inspection )?files?.{0,40}|(?:estimated )?read(?:ing)? time:? ?\d+.{0,12}|\d+[ -]min(?:ute)?s?[ -]read"),
    ("copyright", r"(?:copyright|\(c\)|©).{0,120}|.{0,60}all rights reserved.{0,60}"),
    ("cookies", r"(?=.* cookies).{0,80}\b(?:uses?|accept|our) cookies\b.{0,160}"),
    ("follow", r"follow (?:us|me) on .{0,60}|(?:like|find) us on .{0,60}"),
    ("follow", r"follow (?:me|@\w+)(?: on .{0,40})?|@\w{2,20}"),
    ("credit", r"\(?(?:[^.!?]{0,50}/|[^.!?]{0,50}, via |[^.!?]{0,50} via )(?:getty(?: images)?|afp|reuters|ap|epa|shutterstock|bloomberg|xinhua|tass)(?: photo)?\)?"),
    ("disclaimer", r"(?:the )?(?:views|opinions)(?: and opinions)? expressed .{10,200}"),
    ("credit", r"(?:photo|image|picture|file photo|video|source|credit)s?\s*(?:by|:|courtesy).{0,140}|\(?(?:photo|image) (?:by|courtesy) .{0,140}|(?:by )?(?:getty images|associated press|agence france-presse|afp|reuters|ap photo|epa|xinhua|tass)(?: staff)?|(?:staff|wire|news agency|agency) reports?|\(?(?:(?:additional )?reporting|writing|editing|edited)(?: and (?:writing|editing))? by [^.!?]{3,120}"),
    ("series", r"this (?:article )?is the \w+(?:-\w+)? (?:and \w+ )?(?:installment|instalment|part|article|in) (?:in|of|a) .{0,80}"),
    ("provenance", r"[(\[]?(?:translated|adapted|excerpted|reprinted|reproduced|republished) (?:from|with|by)\b.{0,600}"),
    ("provenance", r"[(\[]?(?:this|the) (?:is (?:the|a|an) (?:\w+ )?(?:translation|version|excerpt|extract)|(?:article|essay|piece|commentary|post|text) (?:was |is )?(?:first |originally |also )*(?:appeared|published|written|translated|reproduced|reprinted|republished)).{0,600}"),
    ("provenance", r"[(\[]?(?:originally|first) (?:published|appeared|posted)\b.{0,300}"),
    ("date", rf"(?:(?:published|updated|posted|last (?:modified|updated)|date)\b.{{0,12}})?(?:{_DATE})(?:[ ,|@/-]+\d\d?[:.]\d\d(?:.{{0,20}}|.{{0,12}}(?:updated|/) .{{0,40}}))?"),
    ("date", r"(?:published|updated|posted|last (?:modified|updated))(?: on| at|:)? .{0,60}\d{4}.{0,20}"),
)  # fmt: skip
"""Each kind of line by its words in lower case."""
_LONG_LINES = tuple(
    line for line in _LINES if line[0] in ("provenance", "comments", "tags", "cookies")
)
"""The kinds of line that may be a paragraph."""
_WITHIN = (
    ("follow ", "author", re.compile(r".*\bfollow (?:him|her|them) on .*")),
    (
        " not responsible for ",
        "disclaimer",
        re.compile(r".{10,60} (?:is|are) not responsible for .*"),
    ),
)
"""Kinds of line told by words within it, which are looked for first."""
_FOOT = re.compile(
    r"(?:leave a (?:reply|comment)|(?:view|show|read|see|load)(?:/post)? (?:all |more |\d+ )?comments?|to post a comment|around the web|from the web"
    r"|join the conversation|most (?:popular|read|viewed)|you may also like|terms of use|privacy policy|categories\s*:|tagged(?: as| with)?\s*:|filed under|related"
    r"|share this|comments?\s*(?:\(\d+\))?$|©|copyright)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    rf"(?=.*\b(?:{_DATE}))(?:[^.!?]|\b(?:no|vol|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.)*",
    re.IGNORECASE,
)
_ARROW = re.compile(r"[>»›]")
_CRUMB = re.compile(rf"\s{_ARROW.pattern}\s")
_TRAIL = re.compile(
    r"[A-Z][\w&’']*(?: [\w&’']+){0,2}(?:\s+/\s+[A-Z][\w&’']*(?: [\w&’']+){0,2}){1,3}"
)
"""A trail of links with strokes between them: `News / Harbours`."""
_PUBLISHER = re.compile(
    r"(?:[A-Z][\w’'.-]*+ ){1,4}(?:News|Newspaper|Agency|Times|Post|Herald|Tribune|Gazette|Journal|Daily|Magazine|Online|Radio|TV)"
)
_COMMON = re.compile(r"\b(?!(?:of|the|and|for|from|in|on|at)\b)[a-z]{2,}\b")
_BULLET = re.compile(r"[•·▪‣◦*]\s+\S")
_WORDS = re.compile(r"[\w-]+")
_HEAD, _LONGEST, _LONGEST_BUTTONS = 12, 1000, 120
_MENU, _LONGEST_ENTRY, _LONGEST_SHORT = 6, 28, 240


def boilerplate(text: str, paragraphs: tuple[Paragraph, ...]) -> dict[int, BoilerplateSuggestion]:
    """The paragraphs that are boilerplate, by their number."""
    kinds: dict[int, str] = {}
    for number, paragraph in enumerate(paragraphs):
        kind = _line_kind(text, paragraph)
        if kind:
            kinds[number] = kind
    _mark_repeats(text, paragraphs, kinds)
    first, last = _prose_bounds(text, paragraphs, kinds)
    _mark_head(text, paragraphs, kinds, first)
    _mark_lists(text, paragraphs, kinds, first, last)
    _mark_menus(text, paragraphs, kinds, first, last)
    _mark_clips(text, paragraphs, kinds, last)
    _mark_foot(text, paragraphs, kinds, last)
    return {
        number: BoilerplateSuggestion(paragraphs[number].start, paragraphs[number].end, kind)
        for number, kind in sorted(kinds.items())
    }


def _whole(lines: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """One pattern for many kinds of line, each the group of its number."""
    return re.compile(rf"(?:{'|'.join(f'({pattern})' for _, pattern in lines)})\W*")


_SHORT, _LONG = (_LINES, _whole(_LINES)), (_LONG_LINES, _whole(_LONG_LINES))


def _line_kind(text: str, paragraph: Paragraph) -> str:
    if paragraph.end - paragraph.start > _LONGEST:
        return ""
    line = text[paragraph.start : paragraph.end]
    if _is_buttons(line):
        return "share"
    lines, pattern = _SHORT if len(line) <= _LONGEST_SHORT else _LONG
    lower = line.lower()
    found = pattern.fullmatch(lower)
    if found is not None and found.lastindex is not None:
        return lines[found.lastindex - 1][0]
    for words, kind, whole in _WITHIN if len(line) <= _LONGEST_SHORT else ():
        if words in lower and whole.fullmatch(lower):
            return kind
    crumbs = _ARROW.search(line) is not None and len(_CRUMB.findall(line)) >= 2
    trail = crumbs or ("/" in line and _TRAIL.fullmatch(line) is not None)
    return "breadcrumb" if trail else ""


def _is_buttons(line: str) -> bool:
    """Whether a line holds nothing but the names of buttons, as `Share Tweet 12`."""
    if len(line) > _LONGEST_BUTTONS or line[:1] in "“\"‘'«„":
        return False
    every = (word.group() for word in _WORDS.finditer(line.lower()))
    words = (word for word in every if not word.isdigit())
    return next(words, "") in BUTTONS and all(word in BUTTONS for word in words)


def _prose_bounds(
    text: str, paragraphs: tuple[Paragraph, ...], kinds: dict[int, str]
) -> tuple[int, int]:
    """The numbers of the first and the last paragraph of running text; all when there is none."""
    prose = [n for n, p in enumerate(paragraphs) if n not in kinds and is_prose(text, p)]
    return (prose[0], prose[-1]) if prose else (0, len(paragraphs))


def _mark_repeats(text: str, paragraphs: tuple[Paragraph, ...], kinds: dict[int, str]) -> None:
    """A headline that already stood in the page's title or its trail of links."""
    line = ""
    for number, paragraph in enumerate(paragraphs[:_HEAD]):
        before, line = line, _text(text, paragraph)
        if number in kinds or len(line) > 300:
            continue
        if any(_same(line, _text(text, paragraphs[n])) for n in range(number) if n in kinds):
            kinds[number] = "repeated headline"
        elif line.count("|") in (1, 2) and number == 0 and not is_prose(text, paragraph):
            kinds[number] = "page title"
        elif line == before and 20 <= len(line) <= 120:
            kinds[number - 1] = "page title"


def _mark_head(
    text: str, paragraphs: tuple[Paragraph, ...], kinds: dict[int, str], first: int
) -> None:
    """Site name and issue line before the first running text."""
    for number in range(min(first, _HEAD)):
        line = _text(text, paragraphs[number])
        if number not in kinds and len(line) <= 80 and _is_issue(line):
            kinds[number] = "date"
    dated = [number for number in range(1, min(first, 3)) if kinds.get(number) == "date"]
    if dated == [1] and 0 not in kinds and first + 1 > 2 and _is_name(_text(text, paragraphs[0])):
        kinds[0] = "site header"
    headed = first > 1 and 0 not in kinds and _PUBLISHER.fullmatch(_text(text, paragraphs[0]))
    if headed and not is_prose(text, paragraphs[1]):
        kinds[0] = "site header"


def _is_issue(line: str) -> bool:
    """Whether a line gives a date and names, and tells nothing: `Diplomacy, No. 4, May 3, 2011`."""
    return _ISSUE.fullmatch(line) is not None and _COMMON.search(line) is None


def _mark_lists(
    text: str, paragraphs: tuple[Paragraph, ...], kinds: dict[int, str], first: int, last: int
) -> None:
    """Short list items before the first or after the last running text: tags, links, a byline."""
    for number in [*range(first), *range(last + 1, len(paragraphs))]:
        line = _text(text, paragraphs[number])
        link = _BULLET.match(line) is not None and line[-1] not in ".;,:"
        if number not in kinds and len(line) <= 60 and link:
            kinds[number] = "links"


def _mark_clips(
    text: str, paragraphs: tuple[Paragraph, ...], kinds: dict[int, str], last: int
) -> None:
    """Headlines of other stories after the last running text, each with how long its film is."""
    after = range(last + 1, len(paragraphs))
    clips = [n for n in after if kinds.get(n) == "player" and text[paragraphs[n].start].isdigit()]
    for number in clips if len(clips) > 1 else ():
        if number + 1 < len(paragraphs) and not is_prose(text, paragraphs[number + 1]):
            kinds.setdefault(number + 1, "related")


def _mark_menus(
    text: str, paragraphs: tuple[Paragraph, ...], kinds: dict[int, str], first: int, last: int
) -> None:
    """Many short lines in a row before the first or after the last running text."""
    for region in (range(first), range(last + 1, len(paragraphs))):
        row: list[int] = []
        for number in (*region, -1):
            if number >= 0 and _is_entry(text, paragraphs[number], kinds.get(number, "")):
                row.append(number)
                continue
            if len(row) >= _MENU:
                kinds.update({one: "menu" for one in row if one not in kinds})
            row = []


def _is_entry(text: str, paragraph: Paragraph, kind: str) -> bool:
    """Whether a line can be an entry of a menu: a few words, no sentence, or labelled as one."""
    line = _text(text, paragraph)
    return kind == "menu" or (len(line) <= _LONGEST_ENTRY and line[-1] not in '.!?:;,”"')


def _mark_foot(
    text: str, paragraphs: tuple[Paragraph, ...], kinds: dict[int, str], last: int
) -> None:
    """Everything from a footer's first line on, after the last running text."""
    footer = False
    for number in range(last + 1, len(paragraphs)):
        line = _text(text, paragraphs[number])
        footer = footer or (number in kinds and bool(_FOOT.match(line)))
        if footer:
            kinds.setdefault(number, "footer")


def _text(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]


def _same(line: str, earlier: str) -> bool:
    """Whether a headline already stood in an earlier line, whatever the quotation marks."""
    plain = re.sub(r"\W+", " ", line).strip().casefold()
    return len(plain) >= 20 and plain in re.sub(r"\W+", " ", earlier).casefold()


def _is_name(line: str) -> bool:
    """Whether a line is the name of a publisher: short, each longer word with a capital."""
    words = [word for word in line.split() if len(word) > 3]
    return len(line) <= 60 and bool(words) and all(word[:1].isupper() for word in words)
