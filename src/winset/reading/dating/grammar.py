# ruff: noqa: E501  (one rule a line)
"""The grammar of days: what words and figures can name one, and what may stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from winset.reading.text.words import by_letter, lexicon

_M = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Jun\.|Jul\."
    r"|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_FULL = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_D = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_OF = r"(?: of| day of)?"
_Y = r"(?:1\d|2[01])\d\d"
_W = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_N = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|\d{1,3}"
    r"|An?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve|Fifteen|Twenty|Thirty|Forty|Fifty)"
)
_S = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter)"
_UNIT = r"(?:days?|weeks?|months?|years?|decades?)"
_DASH = r"\s?[-–—]\s?"
_TO = r"(?:\s?[-–—]\s?| and | to )"
_ON = rf"(?:(?:{_W}|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?),? (?:the )?)?"
_THIS = r"(?:this|last|next|that|the same|the following|the next|the previous)"
_UNITS_AFTER = (
    r"(?!\s?%|[,.:]?\d|[-–](?:\d|year|strong)|\s(?:per ?cent|people|tons?|tonnes|km|kilomet|miles?|met(?:er|re)s?"
    r"|troops|soldiers|islands|workers|families|ships|vessels|boats|dollars|yen|rubles|euros|pounds|million"
    r"|billion|barrels|hectares|acres|square|members|words|pages|men|women|times|feet|degrees|residents|prisoners|GMT|UTC|EST|EDT|CET|hours|hrs|local)\b)"
)

_GRAMMAR: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<iso_y>\d{4})(?P<iso_s>[-/])(?P<iso_m>\d\d)(?P=iso_s)(?P<iso_d>\d\d)(?!\d)"),
    ("cjk", r"(?P<cjk_y>\d{4})年(?:(?P<cjk_m>\d{1,2})月(?:(?P<cjk_d>\d{1,2})日)?)?"),
    ("days", rf"(?P<days_m>{_M}) (?P<days_a>{_D}){_TO}(?P<days_b>{_D})(?:,? (?P<days_y>{_Y}))?\b(?![,.:]\d)"),
    ("ddm", rf"(?P<ddm_a>{_D}){_TO}(?P<ddm_b>{_D})(?: of)? (?P<ddm_m>{_M})(?:,? (?P<ddm_y>{_Y}))?\b"),
    ("dmy", rf"{_ON}(?P<dmy_d>{_D}){_OF} (?P<dmy_m>{_M}),? (?P<dmy_y>{_Y})\b"),
    ("mdy", rf"{_ON}(?P<mdy_m>{_M}) (?P<mdy_d>{_D})(?:,\s?|\s)(?P<mdy_y>{_Y})\b"),
    ("my", rf"(?P<my_m>{_M})(?:,| of)? (?P<my_y>{_Y}){_UNITS_AFTER}\b"),
    ("slash", r"(?P<slash_a>\d{1,2})(?P<slash_s>[/.])(?P<slash_b>\d{1,2})(?P=slash_s)(?P<slash_y>\d{4})\b"),
    ("yearof", rf"(?P<yearof_m>{_FULL})(?: of)? (?P<yearof_w>{_THIS}) year\b"),
    ("md", rf"{_ON}(?P<md_m>{_M}) (?:the )?(?P<md_d>{_D})\b(?![,.:]?\d|\s?%| per ?cent)"),
    ("dm", rf"{_ON}(?P<dm_d>{_D}){_OF} (?P<dm_m>{_M})\b(?! \d)"),
    ("lastmonth", rf"(?P<lastmonth_w>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?) (?P<lastmonth_m>{_FULL})\b"),
    ("season", rf"(?P<season_s>{_S})(?: of)?,? (?P<season_y>{_Y})\b"),
    ("relseason", rf"(?P<relseason_w>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?) (?P<relseason_s>{_S})\b"),
    ("inseason", rf"(?P<inseason_s>{_S})\b(?! (?:of|from|in)\b|-)"),
    ("share", rf"(?P<share_n>first|second|third|fourth|last) (?P<share_u>half|quarter) of (?P<share_y>{_Y})\b"),
    ("decade", r"(?P<decade_y>1[5-9]\d|20\d)0['’]?s\b"),
    ("years", rf"(?P<years_a>{_Y}){_DASH}(?P<years_b>{_Y}|\d\d)\b(?![-–/.,]?\d)"),
    ("year", rf"(?P<year_y>{_Y})\b{_UNITS_AFTER}"),
    ("century", r"(?P<century_n>1\d|2[01])(?:st|nd|rd|th)[ -]century\b"),
    ("holiday", r"(?P<holiday_n>Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve))\b(?! Island)"),
    ("month", rf"(?P<month_m>{_FULL})\b"),
    ("weekdayof", rf"(?P<weekdayof_d>{_W})(?: of)? (?P<weekdayof_w>last|next|this|the previous|the following) week\b"),
    ("weekdayby", rf"[Tt]he (?P<weekdayby_w>previous|following|next) (?P<weekdayby_d>{_W})\b"),
    ("weekday", rf"(?P<weekday_r>[Ll]ast |[Nn]ext |[Tt]his (?:coming |past )?|[Cc]oming )?(?P<weekday_w>{_W})\b"),
    ("ago", rf"(?P<ago_n>{_N}) (?P<ago_u>{_UNIT}) (?P<ago_w>ago|from (?:now|today)|earlier|later|prior to (?:that|this)|prior|before that|after that)\b"),
    ("halfago", r"(?P<halfago_n>[Hh]alf a century|[Aa] (?:quarter[ -]century|century)|[Tt]wo centuries) ago\b"),
    ("afterthis", rf"(?P<afterthis_n>{_N}) (?P<afterthis_u>{_UNIT}) (?P<afterthis_w>after|before)\b"),
    ("relative", r"(?P<relative_w>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he current) (?P<relative_u>week|month|year)\b(?!-long)"),
    ("endof", r"(?:[Tt]he )?(?:end of the (?P<endof_u>month|year)|(?P<endof_y>year(?:['’]s|-)end))\b(?! (?:of|after|before))"),
    ("inyear", r"(?P<inyear_w>[Ee]arlier|[Ll]ater) in the (?P<inyear_u>week|month|year|day)\b"),
    ("anaphor", r"(?P<anaphor_w>[Tt]hat same|[Tt]he same|[Tt]hat|[Tt]he previous|[Tt]he following|[Tt]he next) (?P<anaphor_u>day|evening|night|morning|week|month|year)\b(?! of\b)"),
    ("weekend", r"(?:(?P<weekend_w>[Ll]ast|[Tt]his|[Nn]ext|[Oo]ver the|[Aa]t the) weekend)\b"),
    ("dayby", r"[Tt]he (?P<dayby_u>day|night|week|month|year) (?P<dayby_w>before|after)\b(?= yesterday| tomorrow| last|[,.;:])(?: yesterday| tomorrow| last)?"),
    ("nearday", r"(?P<nearday_w>[Yy]esterday|(?<!nor )[Tt]omorrow|[Ll]ast night|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Tt]oday)\b"),
)  # fmt: skip
_IN_FIGURES = lexicon("iso cjk ddm dmy dm slash decade years year century ago afterthis")
_IN_NAMES = lexicon("days dmy dm mdy my yearof md month weekdayof weekday")
_IN_WORDS = frozenset(rule for rule, _ in _GRAMMAR) - _IN_FIGURES - _IN_NAMES
_IN_WORDS |= {"ago", "afterthis", "weekday"}
"""Rules for what can begin with a figure, with the name of a month or weekday, with a word."""


def _pattern(rules: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{rule}>{body})" for rule, body in _GRAMMAR if rule in rules))


_BY_FIGURE, _BY_NAME, _BY_WORD = map(_pattern, (_IN_FIGURES, _IN_NAMES, _IN_WORDS))

_NAMES = lexicon(
    """
    Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC
    Mon Tue Wed Thu Fri Sat Sun
    """
)
"""The first letters of the months and weekdays."""
_STARTS = """
last next this that(?=_[demnswy]) the_same the_prev the_foll the_next the_curr the_end the_day the_night the_week the_month the_year
coming spring summer autumn winter first_[hq] second_[hq] third_[hq] fourth_[hq]
a_[dwmyqc] an_[dwmy] at_the_w over_the_w one_[dwmy] two_[dwmyc] three_[dwmy] four_[dwmy] five_[dwmy] six_[dwmy] seven_[dwmy]
eight_[dwmy] nine_[dwmy] ten_[dwmy] eleven_[dwmy] twelve_[dwmy] thirteen_[dwmy] fourteen_[dwmy] fifteen_[dwmy]
sixteen_[dwmy] seventeen_[dwmy] eighteen_[dwmy] nineteen_[dwmy] twenty thirty forty fifty sixty seventy eighty ninety half_a
end_of year(?=['’-]) earlier_in later_in Christmas New_Year yesterday today tomorrow tonight fall
"""
"""The beginnings as patterns, with `_` for a space: a number is followed by the letter of its unit."""
_NOT_WITHIN = (
    r"[^A-Za-z0-9_\u00c0-\u024f\u0400-\u04ff.$£€¥#/](?={})"
    r"(?:(?<!-)|(?<=mid-)|(?<=[Ll]ate-)|(?<=arly-)|(?<=post-)|(?<=pre-))(?:{})"
)
"""Something not within a word or a sum, with what stands before it, so that letters are skipped."""


def _quick_look(starts: Iterable[str]) -> re.Pattern[str]:
    """Where a date can begin: a figure, or the first letters of one that begins with a word."""
    words = [word.replace("_", " ") for word in starts]
    words = sorted(dict.fromkeys(words + [word[0].upper() + word[1:] for word in words]))
    either = f"{by_letter(words)}|[0-9]"
    return re.compile(_NOT_WITHIN.format(either, either))


_BEGINNING = _quick_look((*_STARTS.split(), *_NAMES))


def named_days(text: str) -> Iterator[re.Match[str]]:
    """Every match of the grammar, its rule as the name of the last group."""
    done = 0
    for beginning in _BEGINNING.finditer(f" {text}"):  # what stands before is at its place in it
        place = beginning.start()
        if place >= done:
            begun = text[place : place + 3]
            rules = _BY_NAME if begun in _NAMES else _BY_FIGURE if begun[0].isdigit() else _BY_WORD
            match = rules.match(text, place)
            if match is not None:
                done = match.end()
                yield match


YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|into|since|by|until|till|from|of|to|through|throughout|during|before|after|between|and|or|the"
    r"|late|early|mid|circa|around|about|year|late-|early-|mid-|post-|pre-|for|both|as|was|is|dated|that|these|those"
    r"|signed|back|again|autumn|only|last|first|this|a|its|their|his|her|fiscal|than|on)\s|(?:mid|late|early|post|pre)-|(?<=[a-z]{3}), |[(\[]|['’]s\s)$",
)
YEAR_LEADS = re.compile(
    r"(?:\b(?:in|during|late|early|mid|summer|autumn|winter|spring) |(?:mid|late|early)-)$",
)
"""What stands before a year that later months lean on, where the year tells when and not which."""
YEAR_NOUN = re.compile(
    r" (?:treat(?:y|ies)|agreements?|accords?|declaration|convention|protocol|pact|deal|truce|ceasefire|armistice|constitution|law|act|resolution|memorandum"
    r"|elections?|campaign|referendum|vote|war|conflict|invasion|occupation|revolution|coup|uprising|crisis|summit|conference|talks|negotiations|round|meeting|visit|attack|budget)\b"
)
"""Nouns that a year before them tells apart, whatever stands before it."""
MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|to|through|throughout|during|before|after|between|early|late"
    r"|mid|each|every|around|for|or|and|on|as|last|late|this|next|come|was|is|held|again|back|into)\s|\b(?:early|late|mid)-)$",
)
RECURS_BEFORE = re.compile(r"\b(?:each|every)\s(?:\w+day (?:and|from) )?$")
SEASON_BEFORE = re.compile(
    r"\b(?:in|by|since|during|over|until|before|after|early|late)(?: the)?(?: late| early)?\s$",
)
NAME_BEFORE = re.compile(r"\b(?:to|by|of|from|between|around|before|after)\s$")
ARTICLE_BEFORE = re.compile(r"\b(?:the|a|an|its|his|her|their|'s|’s)\s$")
ABOUT_BEFORE = re.compile(
    r"\b(?:about|around|nearly|almost|some|roughly|approximately|circa|c\.|over|more than|less than|just over) $",
)
"""Words that make a date approximate."""
NAMED_AFTER = re.compile(r"[A-Z][\w’-]* of $")
EXPLICIT = frozenset(
    ("iso", "cjk", "dmy", "mdy", "my", "slash", "season", "share", "decade", "years", "year")
)
YEAR_TO_COME = re.compile(
    r"(?: and | to | or | until | through |\s?[-–—/]\s?)(?:\d\d? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d\d?,)? (\d{4})\b"
)
"""A second date after a bare one, with the year of both."""
JOINING_BEFORE = re.compile(r"\b(?:and|or|on|as|was|is|held|again|back|come)\s$")
AGE_BEFORE = re.compile(
    r"\b(?:of|as|than|even|still|until|till|is|are|has|have|remains?|exists?|continues?|world|society|we|they|and|but|that|to)\s$",
)
"""Words after which `today` is an age and no day."""
