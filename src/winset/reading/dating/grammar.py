"""The grammar of days: what words and figures can name one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from winset.reading.text.words import by_letter, lexicon

_FULL = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_M = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Jun\.|Jul\."
    r"|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    "|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE"
    "|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_D = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_Y = r"(?:1\d|2[01])\d\d"
_W = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_N = (
    "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen"
    "|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|\d{1,3}"
    "|An?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Fifteen|Twenty|Thirty|Forty"
    "|Fifty)"
)
_S = "(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter)"
_NTH = "first|second|third|fourth|last"
_UNIT = "(?:days?|weeks?|months?|years?|decades?)"
_OF = "(?: of| day of)?"
_DASH = r"\s?[-–—]\s?"
_TO = rf"(?:(?:, {_D})*,? and | to |/|{_DASH})"
_ON = rf"(?:(?:{_W}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?),? (?:the )?)?"
_NEAR = "[Ll]ast|[Nn]ext|[Tt]hat|[Tt]his(?: past| coming)?"
_THIS = "(?:this|last|next|that|the same|the following|the next|the previous)"
_THAT = (
    "[Tt]hat same|[Tt]he same|[Tt]hat|[Tt]he previous|[Tt]he following|[Tt]he next"
    "|[Nn]ext(?= (?:day|morning|afternoon|evening|night))"
)
_COUNTED = """
per_?cent people tons? tonnes km kilomet miles? met(?:er|re)s? troops soldiers islands workers
families ships vessels boats dollars yen rubles euros pounds million billion barrels hectares acres
square members words pages men women times feet degrees residents prisoners GMT UTC EST EDT CET
hours hrs local
"""
_UNITS_AFTER = (
    r"(?!\s?%|[,:]?\d|\.\d(?!\d?(?:\s*\n|\s+[A-Z“\"]))|[-–](?:\d|year|strong)"
    rf"|\s(?:{'|'.join(_COUNTED.split()).replace('_', ' ')})\b)"
)
"""What makes four figures a sum and no year; the number of a footnote does not."""
_PAPERS = "(?! (?:Times|Telegraph|Express|Mirror|Mail|Herald|Independent|Business Post|World)\\b)"
_HOLIDAYS = (
    r"Christmas(?: Day| Eve)?|Boxing Day|New Year['’]s (?:Day|Eve)|May Day|Valentine['’]s Day"
    r"|St\.? Patrick['’]s Day|Bastille Day|Halloween|Armistice Day"
)
_AGO = (
    r"ago(?: today)?|from (?:now|today)|earlier|later|prior to (?:that|this)|prior|before that"
    r"|after that"
)

_GRAMMAR: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso_y>\d{4})(?P<iso_s>[-/.])(?P<iso_m>\d\d)(?P=iso_s)(?P<iso_d>\d\d)(?!\d)"),
    ("cjk", r"(?P<cjk_y>\d{4})年(?:(?P<cjk_m>\d{1,2})月(?:(?P<cjk_d>\d{1,2})日)?)?"),
    (
        "days",
        rf"(?P<days_m>{_M}) (?P<days_a>{_D}){_TO}(?P<days_b>{_D})"
        rf"(?:,? (?P<days_y>{_Y}))?\b(?![,.:]\d| [ap]\.?m\b)",
    ),
    (
        "ddm",
        rf"(?P<ddm_a>{_D}){_TO}(?P<ddm_b>{_D})(?: of)? (?P<ddm_m>{_M})(?:,? (?P<ddm_y>{_Y}))?\b",
    ),
    (
        "mdmd",
        rf"(?P<mdmd_m>{_M}) (?P<mdmd_a>{_D}){_DASH}(?P<mdmd_n>{_M}) (?P<mdmd_b>{_D})"
        rf"(?:,? (?P<mdmd_y>{_Y}))?\b(?![,.:]\d)",
    ),
    (
        "dmdm",
        rf"(?P<dmdm_a>{_D}) (?P<dmdm_m>{_M}){_DASH}(?P<dmdm_b>{_D}) (?P<dmdm_n>{_M})"
        rf"(?:,? (?P<dmdm_y>{_Y}))?\b",
    ),
    ("ymd", rf"(?P<ymd_y>{_Y})[,:]? (?P<ymd_m>{_M}) (?P<ymd_d>{_D})\b(?![,.:]?\d)"),
    ("dmy", rf"{_ON}(?P<dmy_d>{_D})(?:{_OF} |-)(?P<dmy_m>{_M})(?:,? |-)(?P<dmy_y>{_Y})\b"),
    ("mdy", rf"{_ON}(?P<mdy_m>{_M}) (?P<mdy_d>{_D})(?:,\s?|\s)(?P<mdy_y>{_Y})\b"),
    ("my", rf"(?P<my_m>{_M})(?:,| of)? (?P<my_y>{_Y}){_UNITS_AFTER}\b"),
    (
        "slash",
        r"(?P<slash_a>\d{1,2})(?P<slash_s>[/.-])(?P<slash_b>\d{1,2})(?P=slash_s)"
        r"(?P<slash_y>\d{4})\b",
    ),
    ("yearof", rf"(?P<yearof_m>{_FULL}|{_S})(?: of)? (?P<yearof_w>{_THIS}) year\b"),
    (
        "md",
        rf"{_ON}(?P<md_m>{_M}) (?:the )?(?P<md_d>{_D})\b(?![,.:]?\d|\s?%| per ?cent)"
        rf"(?: (?P<md_w>{_THIS}) year\b)?",
    ),
    ("dm", rf"{_ON}(?P<dm_d>{_D}){_OF} (?P<dm_m>{_M})\b(?! \d)(?: (?P<dm_w>{_THIS}) year\b)?"),
    ("lastmonth", rf"(?P<lastmonth_w>{_NEAR}) (?P<lastmonth_m>{_FULL})\b"),
    ("season", rf"(?P<season_s>{_S})(?: of)?,? (?P<season_y>{_Y})\b"),
    ("relseason", rf"(?P<relseason_w>{_NEAR}) (?P<relseason_s>{_S})\b"),
    ("inseason", rf"(?P<inseason_s>{_S})\b(?! (?:of|from|in)\b|-)"),
    ("share", rf"(?P<share_n>{_NTH}) (?P<share_u>half|quarter) of (?P<share_y>{_Y})\b"),
    (
        "shareof",
        rf"(?P<shareof_n>{_NTH}) (?P<shareof_u>half|quarter) of (?P<shareof_w>{_THIS}) year\b",
    ),
    ("bareshare", r"(?P<bareshare_n>first|second|third|fourth) quarter\b(?! of\b)"),
    ("figured", rf"Q(?P<figured_n>[1-4]),? (?:of )?(?P<figured_y>{_Y})\b"),
    ("fiscal", rf"FY ?(?P<fiscal_y>{_Y})\b"),
    ("decade", r"(?P<decade_y>1[5-9]\d|20\d)0['’]?s\b"),
    ("shortly", r"(?<=['’‘])(?P<shortly_y>[3-9])0s\b"),
    ("years", rf"(?P<years_a>{_Y})(?:/|{_DASH})(?P<years_b>{_Y}|\d\d)\b(?![-–/.,]?\d)"),
    ("year", rf"(?P<year_y>{_Y})\b{_UNITS_AFTER}"),
    (
        "century",
        r"(?:(?P<century_n>1\d|2[01])(?:st|nd|rd|th)|(?P<century_w>[Ss]eventeen|[Ee]ighteen"
        r"|[Nn]ineteen|[Tt]wentie)th)[ -]century\b",
    ),
    ("holiday", rf"(?P<holiday_n>{_HOLIDAYS})\b"),
    ("newyear", r"[Nn]ew [Yy]ear\b(?!['’-])"),
    ("months", rf"(?P<months_a>{_FULL}){_DASH}(?P<months_b>{_FULL})(?:,? (?P<months_y>{_Y}))?\b"),
    ("month", rf"(?P<month_m>{_FULL})\b"),
    (
        "weekdayof",
        rf"(?P<weekdayof_d>{_W})(?: of)? "
        r"(?P<weekdayof_w>last|next|this|the previous|the following) week\b",
    ),
    ("weekdayby", rf"[Tt]he (?P<weekdayby_w>previous|following|next) (?P<weekdayby_d>{_W})\b"),
    ("weekdays", rf"(?P<weekdays_a>{_W}){_DASH}(?P<weekdays_b>{_W})\b"),
    (
        "weekday",
        r"(?P<weekday_r>[Ll]ast |[Nn]ext |[Tt]his (?:coming |past )?|[Cc]oming )?"
        rf"(?P<weekday_w>{_W})\b{_PAPERS}",
    ),
    (
        "ago",
        rf"(?P<ago_n>{_N})(?P<ago_h> and a half)? (?P<ago_u>{_UNIT})(?P<ago_o> and a half| or so)?"
        rf"(?: (?P<ago_w>{_AGO})|(?P<ago_t>['’]s? time))\b",
    ),
    (
        "halfago",
        r"(?P<halfago_n>[Hh]alf a century|[Aa] (?:quarter[ -]century|century)|[Tt]wo centuries"
        r"|[Hh]alf a year) ago\b",
    ),
    (
        "afterthis",
        rf"(?P<afterthis_n>{_N}) (?P<afterthis_u>{_UNIT}) (?P<afterthis_w>after|before)\b",
    ),
    (
        "relative",
        r"(?P<relative_w>[Ll]ast|[Nn]ext|[Tt]his(?: coming| past)?"
        r"|[Tt]he (?:current|coming|upcoming)) (?P<relative_u>week|month|year)\b(?!-long)",
    ),
    (
        "endof",
        r"(?:[Tt]he )?(?:(?P<endof_w>end|close|start|beginning) of the (?P<endof_u>week|month|year)"
        r"|(?P<endof_x>month|year)(?:['’]s |-| )end)\b(?! (?:of|after|before))",
    ),
    ("inyear", r"(?P<inyear_w>[Ee]arlier|[Ll]ater) in the (?P<inyear_u>week|month|year|day)\b"),
    (
        "anaphor",
        rf"(?P<anaphor_w>{_THAT}) "
        r"(?P<anaphor_u>day|morning|afternoon|evening|night|week|month|year)\b(?! of\b)",
    ),
    (
        "weekend",
        r"(?:(?P<weekend_w>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?"
        r"|(?:[Oo]ver |[Aa]t )?[Tt]he(?: whole| past| coming)?) weekend)\b",
    ),
    (
        "dayby",
        r"[Tt]he (?P<dayby_u>day|night|week|month|year) (?P<dayby_w>before|after)\b"
        r"(?= yesterday| tomorrow| last| that\b|[,.;:])(?: yesterday| tomorrow| last| that\b)?",
    ),
    (
        "nearday",
        r"(?P<nearday_w>[Yy]esterday|(?<!nor )[Tt]omorrow|[Ll]ast night|[Tt]onight"
        r"|[Tt]his (?:morning|afternoon|evening)|[Tt]oday)\b",
    ),
)
_IN_FIGURES = lexicon(
    "iso cjk ymd ddm dmdm dmy dm slash decade shortly years year century ago afterthis"
)
_IN_MONTHS = lexicon("days mdmd mdy my yearof md months holiday month")
_IN_WEEKDAYS = lexicon("dmy mdy md dm weekdayof weekdays weekday")
_IN_WORDS = frozenset(rule for rule, _ in _GRAMMAR) - (_IN_FIGURES | _IN_MONTHS | _IN_WEEKDAYS) | {
    "ago",
    "afterthis",
    "weekday",
    "yearof",
    "holiday",
    "century",
}
"""Rules for what can begin with a figure, the name of a month, that of a weekday, and a word."""


def _pattern(rules: frozenset[str], after: str = "") -> re.Pattern[str]:
    """The rules as one pattern; days of the month stand after a weekday or begin it."""
    bodies = ((rule, body.replace(_ON, after)) for rule, body in _GRAMMAR if rule in rules)
    return re.compile("|".join(f"(?P<{rule}>{body})" for rule, body in bodies))


_BY_FIGURE, _BY_WORD, _BY_MONTH, _BY_WEEKDAY = (
    _pattern(_IN_FIGURES),
    _pattern(_IN_WORDS),
    _pattern(_IN_MONTHS),
    _pattern(_IN_WEEKDAYS, after=_ON.removesuffix("?")),
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_BY_NAME = dict.fromkeys((*_MONTHS, *map(str.upper, _MONTHS)), _BY_MONTH)
_BY_NAME |= dict.fromkeys(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], _BY_WEEKDAY)
"""The rules for the first letters of a month or weekday."""
_UNITS = "(?:day|dec|wee|mon|yea)"
_SPAN = "wee|win|mon|mor|yea|spr|sum|aut|aft|fal|eve|nig|day|[A-Z]"
_SPANS = f"(?= (?:{_SPAN}|(?:past|coming) (?:{_SPAN})))"
"""The first letters of what follows a number (`#` below), and a word such as `last` (`@`)."""
_STARTS = """
last@ next@ this@ that@ that(?=_same) the(?=_(?:same|previous|following|next|current|coming|upc))
the_(?:day|night|week|month|year)_(?:bef|aft) the_(?:end|start|beginning|close)_of_the_[wmy]
the_(?:month|year)['’] the_(?:(?:whole|past)_)?weekend at_the_wee over_the_wee coming(?=_[A-Z])
spring summer autumn winter fall first_[hq] second_[hq] third_[hq] fourth_[hq] Q(?=[1-4]) FY
a_# a_(?:qua|cen) an_# one_# two_# two_cen three_# four_# five_# six_# seven_# eight_# nine_# ten_#
eleven_# twelve_# thirteen_# fourteen_# fifteen_# sixteen_# seventeen_# eighteen_# nineteen_#
seventeenth eighteenth nineteenth twent(?:y|ieth) thirty forty fifty sixty seventy eighty ninety
half_a one_and_a_h two_and_a_h three_and_a_h end_of month(?=['’-]) year(?:['’-]|_end) earlier_in
later_in Christmas Boxing_D Valent St(?=\\.?_Patr) Bastille_D Halloween Armistice_D New_Y new_y
yesterday today tomorrow tonight
"""
"""The beginnings as patterns, with `_` for a space and signs for what may follow."""
_NOT_WITHIN = (
    r"[^A-Za-z0-9_\u00c0-\u024f\u0400-\u04ff.$£€¥#/](?={})"
    r"(?:(?<!-)|(?<=mid-)|(?<=[Ll]ate-)|(?<=arly-)|(?<=post-)|(?<=pre-))(?:{})"
)
"""Something not within a word or a sum, with what stands before it, so that letters are skipped."""


def _quick_look(starts: Iterable[str]) -> re.Pattern[str]:
    """Where a date can begin: a figure, or the first letters of one that begins with a word."""
    words = [word.replace("_", " ").replace("#", _UNITS).replace("@", _SPANS) for word in starts]
    words = sorted(dict.fromkeys(words + [word[0].upper() + word[1:] for word in words]))
    either = f"{by_letter(words)}|[0-9]"
    return re.compile(_NOT_WITHIN.format(either, either))


_BEGINNING = _quick_look((*_STARTS.split(), *_BY_NAME))


def named_days(text: str) -> Iterator[re.Match[str]]:
    """Every match of the grammar, its rule as the name of the last group."""
    done = 0
    for beginning in _BEGINNING.finditer(f" {text}"):  # what stands before is at its place in it
        place = beginning.start()
        if place >= done:
            begun = text[place : place + 3]
            rules = _BY_NAME.get(begun) or (_BY_FIGURE if begun[0].isdigit() else _BY_WORD)
            match = rules.match(text, place)
            if match is not None:
                done = match.end()
                yield match


EXPLICIT = lexicon("iso cjk ymd dmy mdy my slash season share figured fiscal decade years year")
"""Rules for dates that need no other to be understood."""
JOINED = lexicon("days ddm mdmd dmdm months")
"""Rules for two days or months joined, which do where they have their year."""
