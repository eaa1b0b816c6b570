"""The words before and after what may be a day that tell whether it is one, and which."""

from __future__ import annotations

import re

_YEAR_NOUNS = """
treat(?:y|ies) agreements? accords? declaration convention protocol pact deal truce ceasefire
armistice constitution law act resolution memorandum elections? campaign referendum vote war
conflict invasion occupation revolution coup uprising crisis summit conference talks negotiations
round meeting visit attack budget
"""
_YEAR_LEADS = """
in into since by until till from of to through throughout during before after between and or the
late early mid circa around about year late- early- mid- post- pre- for both as was is dated that
these those signed back again autumn only last first this a its their his her fiscal than on
"""
_MONTH_LEADS = """
in since by until till from of to through throughout during before after between early late mid
each every around for or and on as last late this next come was is held again back into least than
"""


def _one_of(words: str) -> str:
    return "|".join(words.split())


YEAR_BEFORE = re.compile(
    rf"(?:\b(?:{_one_of(_YEAR_LEADS)})\s|(?:mid|late|early|post|pre)-"
    r"|(?<=[a-z]{3}), |[(\[]|['’]s\s)$"
)
YEAR_TELLS = re.compile(
    r"(?:\b(?:in|during|late|early|mid|summer|autumn|winter|spring) |(?:mid|late|early)-)$"
)
"""What stands before a year that later months lean on, where the year tells when and not which."""
YEAR_NOUN = re.compile(rf" (?:{_one_of(_YEAR_NOUNS)})\b")
"""Nouns that a year before them tells apart, whatever stands before it."""
YEAR_ALONE = re.compile(r"\s?[-–—:]\s|\s*\n|\s*$| (?:was|is|has|saw|began|brought|ended|marks?) ")
"""What stands after a year at the front of its line that is its heading or subject."""
MONTH_BEFORE = re.compile(rf"(?:\b(?:{_one_of(_MONTH_LEADS)})\s|\b(?:early|late|mid)-)$")
RECURS_BEFORE = re.compile(r"\b(?:each|every)\s(?:\w+day (?:and|from) )?$")
SEASON_BEFORE = re.compile(
    r"\b(?:in|by|since|during|over|until|before|after|early|late)(?: the)?(?: late| early)?\s$"
)
NEW_YEAR_BEFORE = re.compile(
    r"\b(?:(?:in|into|by|before|until|till|since|after|of|for) the|by|before|until|till|since"
    r"|after) $"
)
NAME_BEFORE = re.compile(r"\b(?:to|by|of|from|between|around|before|after)\s$")
ARTICLE_BEFORE = re.compile(r"\b(?:the|a|an|its|his|her|their|'s|’s)\s$")
TOLD_APART = re.compile(
    r",? (?!(?:when|before|after|and|or|in|at|on|to|by|with|was|is|had|until)\b)[a-z]"
)
"""What stands after a date that tells its noun apart, as in `the May 2014 talks`."""
ABOUT_BEFORE = re.compile(
    r"\b(?:about|around|nearly|almost|some|roughly|approximately"
    r"|circa|c\.|over|more than|less than|just over) $"
)
"""Words that make a date approximate."""
NAMED_AFTER = re.compile(r"[A-Z][\w’-]* of $")
YEAR_TO_COME = re.compile(
    r"(?: and | to | or | until | through |\s?[-–—/]\s?)(?:\d\d? )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d\d?,)? (\d{4})\b"
)
"""A second date after a bare one, with the year of both."""
JOINING_BEFORE = re.compile(r"\b(?:and|or|on|as|was|is|held|again|back|come)\s$")
AGE_BEFORE = re.compile(
    r"\b(?:of|as|than|even|still|until|till|is|are|has|have|remains?|exists?|continues?"
    r"|world|society|we|they|and|but|that|to)\s$"
)
"""Words after which `today` is an age and no day."""
TODAYS = re.compile(r"['’]s (?:world|youth|standards|terms|prices|society|generation)\b")
"""What stands after `today` where it is an age, as in `today’s world`."""
TODAY_DOES = re.compile(
    r",? \(?(?:on |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|\s?is (?:a|an|the)\b"
)
"""What stands after `today` where it is a day, as in `today is a sad day`."""
DOES = re.compile(
    r"\b(?:is|are|['’]s|['’]re|not|been) \w+ing\b|\b(?:says|writes|comes|begins?|opens?|meets?"
    r"|gathers?|starts?|resumes?|votes?|signs?|holds?|announces?|unveils?|marks|visits?)\b"
)
"""A verb of what is done once, in the present tense."""
