# ruff: noqa: E501  (one rule a line)
"""The grammar of days: what words and figures can name one, and what may stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_M = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Jun\.|Jul\."
    r"|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FULL = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_D = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_Y = r"(?:1\d|2[01])\d\d"
_W = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_N = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|\d{1,3})"
_N_UPPER = r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|A)"
_S = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter)"
_UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
_DASH = r"\s?[-–—]\s?"
_TO = r"(?:\s?[-–—]\s?| and | to )"
_ON = rf"(?:{_W},? (?:the )?)?"
_UNITS_AFTER = (
    r"(?!\s?%|[,.:]?\d|[-–](?:\d|year|strong)|\s(?:percent|people|tons?|tonnes|km|kilomet|miles?|met(?:er|re)s?"
    r"|troops|soldiers|islands|workers|families|ships|vessels|dollars|yen|rubles|euros|million"
    r"|billion|barrels|hectares|acres|square|members|words|pages|men|women|times|feet|degrees)\b)"
)

_GRAMMAR: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso_y>\d{4})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?!\d)"),
    ("cjk", r"(?P<cjk_y>\d{4})年(?:(?P<cjk_m>\d{1,2})月(?:(?P<cjk_d>\d{1,2})日)?)?"),
    ("days", rf"(?P<days_m>{_M}) (?P<days_a>{_D}){_TO}(?P<days_b>{_D})(?:,? (?P<days_y>{_Y}))?\b(?![,.:]\d)"),
    ("ddm", rf"(?P<ddm_a>{_D}){_TO}(?P<ddm_b>{_D})(?: of)? (?P<ddm_m>{_M})(?:,? (?P<ddm_y>{_Y}))?\b"),
    ("dmy", rf"{_ON}(?P<dmy_d>{_D})(?: of)? (?P<dmy_m>{_M}),? (?P<dmy_y>{_Y})\b"),
    ("mdy", rf"{_ON}(?P<mdy_m>{_M}) (?P<mdy_d>{_D})(?:,\s?|\s)(?P<mdy_y>{_Y})\b"),
    ("my", rf"(?P<my_m>{_M})(?:,| of)? (?P<my_y>{_Y}){_UNITS_AFTER}\b"),
    ("slash", r"(?P<slash_a>\d{1,2})(?P<slash_s>[/.])(?P<slash_b>\d{1,2})(?P=slash_s)(?P<slash_y>\d{4})\b"),
    ("yearof", rf"(?P<yearof_m>{_FULL})(?: of)? (?P<yearof_w>this|last|next|that|the same|the following|the next|the previous) year\b"),
    ("md", rf"{_ON}(?P<md_m>{_M}) (?P<md_d>{_D})\b(?![,.:]?\d|\s?%| percent)"),
    ("dm", rf"{_ON}(?P<dm_d>{_D})(?: of)? (?P<dm_m>{_M})\b(?! \d)"),
    ("lastmonth", rf"(?P<lastmonth_w>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?) (?P<lastmonth_m>{_FULL})\b"),
    ("season", rf"(?P<season_s>{_S})(?: of)?,? (?P<season_y>{_Y})\b"),
    ("relseason", rf"(?P<relseason_w>[Ll]ast|[Nn]ext|[Tt]his) (?P<relseason_s>{_S})\b"),
    ("decade", r"(?P<decade_y>1[5-9]\d|20\d)0s\b"),
    ("years", rf"(?P<years_a>{_Y}){_DASH}(?P<years_b>{_Y}|\d\d)\b(?![-–/.,]?\d)"),
    ("year", rf"(?P<year_y>{_Y})\b{_UNITS_AFTER}"),
    ("century", r"(?P<century_n>1\d|2[01])(?:st|nd|rd|th)[ -]century\b"),
    ("month", rf"(?P<month_m>{_FULL})\b"),
    ("weekday", rf"(?P<weekday_r>[Ll]ast |[Nn]ext |[Tt]his )?(?P<weekday_w>{_W})\b"),
    ("ago", rf"(?P<ago_n>{_N}|{_N_UPPER}) (?P<ago_u>{_UNIT}) (?P<ago_w>ago|earlier|later|prior to (?:that|this)|prior|before that|after that)\b"),
    ("afterthis", rf"(?P<afterthis_n>{_N}) (?P<afterthis_u>{_UNIT}) (?P<afterthis_w>after|before) (?:this|that|the|these|those)\b"),
    ("relative", r"(?P<relative_w>[Ll]ast|[Nn]ext|[Tt]his) (?P<relative_u>week|month|year)\b"),
    ("anaphor", r"(?P<anaphor_w>[Tt]hat same|[Tt]he same|[Tt]hat|[Tt]he previous|[Tt]he following|[Tt]he next) (?P<anaphor_u>day|evening|night|morning|month|year)\b(?! of\b)"),
    ("weekend", r"(?:(?P<weekend_w>[Ll]ast|[Tt]his|[Nn]ext|[Oo]ver the|[Aa]t the) weekend)\b"),
    ("dayby", r"[Tt]he day (?P<dayby_w>before|after)\b(?= yesterday| tomorrow|[,.;:])(?: yesterday| tomorrow)?"),
    ("nearday", r"(?P<nearday_w>[Yy]esterday|(?<!nor )[Tt]omorrow|[Ll]ast night|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|(?:(?<=earlier )|(?<=said )|(?<=announced )|(?<=told reporters )|(?<=here )|(?<=later )|(?<=met )|(?<=agreed )|(?<=until )|(?<=issued ))today|(?<=[a-z] )today(?=[.,;]))\b"),
)  # fmt: skip
_PATTERN = re.compile("|".join(f"(?P<{rule}>{body})" for rule, body in _GRAMMAR))
_BEGINNING = re.compile(
    r"[0-9JFMASONDTWELYOalntyofsew](?<![A-Za-z0-9_\u00c0-\u024f\u0400-\u04ff.$£€¥#/-].)(?:(?<=\d)|(?<=J)(?:an|u[nl])|(?<=F)(?:eb|ri|ive|our)"
    r"|(?<=M)(?:a[ry]|on)|(?<=A)(?:pr|ug|ut|t the w| )|(?<=S)(?:ep|at|un|um|pr|ix|even)|(?<=O)(?:ct|ne|ver the w)"
    r"|(?<=N)(?:ov|ext|ine)|(?<=D)ec|(?<=T)(?:ue|hu|h[aei]|wo|om|wel|en)|(?<=W)(?:ed|in)|(?<=E)(?:ight|leven)"
    r"|(?<=L)ast|(?<=Y)est|(?<=a)(?:ut|t the w|n? [dwmy])|(?<=l)ast|(?<=n)(?:ext|ine)|(?<=t)(?:hi[sr]|hat|hree"
    r"|he (?:same|prev|foll|next|day)|wo|en |wel|went|oday|omor|oni)|(?<=y)est|(?<=o)(?:ne|ver the w)|(?<=f)(?:all|i[vf]|our)"
    r"|(?<=s)(?:pring|umm|ix|even)|(?<=e)(?:ight|leven)|(?<=w)inter)"
)
"""A quick look at where a date can begin: its first letters, and not within a word or a sum."""


def named_days(text: str) -> Iterator[re.Match[str]]:
    """Every match of the grammar, its rule as the name of the last group."""
    done = 0
    for beginning in _BEGINNING.finditer(text):
        if beginning.start() >= done:
            match = _PATTERN.match(text, beginning.start())
            if match is not None:
                done = match.end()
                yield match


YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|to|through|during|before|after|between|and|or|the"
    r"|late|early|mid|circa|around|about|year|late-|early-|mid-|for|through|than|as|was|is|dated"
    r"|signed|back|again|autumn|only|last|first|this|a|its|their|his|her)\s|(?<=[a-z]{3}), |[(\[]|['’]s\s)$",
    re.IGNORECASE,
)
MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|to|through|during|before|after|between|early|late"
    r"|mid|each|every|around|for|or|and|on|as|last|late|this|next|come|was|is|held|again|back)\s|\b(?:early|late|mid)-)$",
    re.IGNORECASE,
)
NAME_BEFORE = re.compile(r"\b(?:to|by|of|from|between|around|each|every|before|after)\s$", re.I)
ARTICLE_BEFORE = re.compile(r"\b(?:the|a|an|its|his|her|their|'s|’s)\s$", re.IGNORECASE)
FUTURE = re.compile(
    r"\b(?:will|shall|upcoming|scheduled|slated|next|forthcoming|due|expected|planned|plans"
    r"|set to|going to|would(?! have)|be held|is to|are to|may(?= \w)|could)\b"
)
AHEAD = re.compile(
    r"\b(?:will|shall|hopes? to|plans? to|upcoming|forthcoming"
    r"|(?:is|are) (?:due|expected|planned|scheduled|set|slated|to))\b"
)
PAST = re.compile(
    r"(?<!be )\b(?:said|told|met|held|began|took|went|came|spoke|wrote|gave|left|made|\w{2,}ed)(?: on| in)? $"
)
LEANING = re.compile(
    r"\bto (?:meet|hold|visit|sign|attend|host|begin|start|take|discuss|resume|open|travel|return"
    r"|convene|gather|launch|end|expire)\b"
)
NAMED_AFTER = re.compile(r"[A-Z][\w’-]* of $")
EXPLICIT = frozenset(
    ("iso", "cjk", "dmy", "mdy", "my", "slash", "season", "decade", "years", "year")
)
