# ruff: noqa: E501  (one rule a line)
"""Words for what happens: each kind of event with its verbs and nouns, and where a text has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from winset.reading.text.patterns import opened
from winset.reading.text.words import by_letter

_DEAL = r"(?:agreements?|deals?|accords?|treat(?:y|ies)|pacts?|protocols?|understanding|compromise|truce|cease-?fire|memorand(?:um|a)|contracts?|declaration|statement of agreement)"
_TALKS = r"(?:talks|meetings?|summit|negotiations|consultations|discussions|conference|rounds? of (?:\w+ )?(?:talks|negotiations|consultations|discussions)|session)"
_DAYWORD = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d|the"
_TO = r"(?:(?:will|would|shall|could|may|might|(?:is|are|was|were|due|scheduled|set|expected|plans?|planned|agreed|agree) to) (?:also |then |again )?)"

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("poll", "verb", r"(?:polls?|surveys?) (?:\w+ ){0,3}(?:taken|conducted|released|published|showed|shows|found|suggested|indicated)|per ?cent of (?:\w+ ){0,2}(?:respondents|residents|voters|people|those)"),
    ("law", "verb", r"(?:parliament|congress|senate|duma|diet|knesset|bundestag|assembly|lawmakers|legislature|house|cabinet|commons|lords|deputies|mps) (?:\w+ ){0,2}(?:passed|approved|ratified|rejected|adopted|voted|endorsed)|(?:law|act|bill|amendment|constitution|decree) (?:\w+ ){0,4}(?:passed|enacted|came into force|took effect|adopted|signed)|(?:passed|enacted|promulgated|adopted) (?:a|the|an) (?:\w+ ){0,3}(?:law|act|bill|amendment|resolution)|(?:came|comes|come|entered|enters) into force|referendum (?:was held|took place|held)|held (?:a|the|its) (?:\w+ )?referendum"),
    ("meeting", "verb", rf"{_TO}(?:meet\b|hold (?:\w+ ){{0,4}}{_TALKS})|meet (?:again|next)|met(?= with| in| on| at| for| his| her| their| the| a|[,. ]| again)|meets with|(?:holds?|held) (?:a |an |the |their |its )?(?:\w+[ -]){{0,4}}{_TALKS}|{_TALKS} (?:\w+ ){{0,2}}(?:were held|was held|took place|takes place|opened|opens|began|begins|start(?:ed|s)|resumed?|broke (?:down|up|off)|collapsed|ended|ends|concluded|closed|adjourned|wrapped up|kicked off|got under way)|(?:opened|began|started|resumed|ended|concluded|wrapped up|kicked off) (?:a |an |the |their )?(?:\w+[ -]){{0,4}}{_TALKS}|taking place between|sat down with|spoke by (?:tele)?phone|conducted negotiations|called in(?= the| [A-Z])|(?:was|were) held|to (?:meet(?= in| on| at| with| again)|hold (?:\w+ ){{0,3}}{_TALKS})|hosted|co-chaired|cochaired|conferred with"),
    ("agreement", "verb", rf"(?<!\bhe )(?<!\bI )agreed(?= that\b)|agreed(?! with\b(?! \w+ to)| not\b| that\b)|signed(?! on\b(?! (?:{_DAYWORD}))| up\b| off\b)|(?:concluded|reached|sealed|clinched|made|announced|struck|finali[sz]ed|approved|endorsed) (?:a|an|the|their|this|its|that)? ?(?:[\w-]+ ){{0,4}}{_DEAL}|{_DEAL} (?:(?!to\b)\w+ ){{0,2}}(?:made|reached|sealed|signed|concluded|struck|brokered|initialled|expired|took effect)|initiall?ed|ratified|struck a deal|settled the|(?:set up|established) (?:a|an) (?:\w+ ){{0,5}}(?:commission|committee|group|council|mechanism|body|fund|meeting|dialogue|framework)|concluded(?= in| on| by)|declared a (?:\w+ ){{0,2}}(?:truce|cease-?fire)"),
    ("proposal", "verb", r"(?<!the )(?<!a )(?<!its )(?<!be )propos(?:ed|es)|(?<!being )(?<!was )(?<!were )offered(?= to\b| up\b| talks| \w+ ?(?:million|billion|percent|per cent)| (?:[\w-]+ ){1,4}(?:plans?|proposals?|deals?|compromise|truce|cease-?fire|concessions?|package|settlement|solution|talks|amnesty|guarantees?|loans?|aid|terms|fleet))|put forward|tabled|floated|(?:submitted|presented|unveiled|drafted|outlined) (?:a|an|the|its|his|her|their) (?:[\w-]+ ){0,4}(?:plan|proposals?|draft|initiative|offer|package|roadmap|road map|document|text)|called for (?:\w+ ){0,2}(?:talks|negotiations|a (?:summit|meeting|conference|cease-?fire|truce|referendum))"),
    ("visit", "verb", rf"visit(?:ed|s)\b(?= )|{_TO}(?:visit|travel to|come to|arrive|fly to|leave for|depart for|go to)|travell?ed to|arrived? (?:in|here|back)|flew to|left for|leaves for|headed (?:to|for)|toured|paid (?:a|an) (?:[\w-]+ )?visit|(?:began|begins|started|ended|wrapped up|made|makes) (?:a|an|his|her|their) (?:[\w-]+ ){{0,3}}(?:visit|tour|trip)"),
    ("incident", "verb", r"seized|collided|attacked|shelled|bombed|ambushed|opened fire|fired (?:on|at|\w+ (?:missiles?|rockets?))|detained|arrested|clashed|clashes (?:\w+ ){0,2}(?:broke out|erupted)|fighting (?:broke out|erupted)|sank|sunk|rammed|expelled|withdrew|(?:suspended|broke off|froze|halted|cancelled|canceled|postponed|called off) (?:the|its|their|all|his|her|a|talks|relations|negotiations)|walked (?:out|away)|pulled out of|resigned|stepped down|was sworn in|took office|annexed|invaded|(?:imposed|lifted|tightened) (?:\w+ ){0,2}sanctions|(?:conducted|held|staged) (?:[\w-]+ ){0,4}(?:exercises?|drills?|tests?)|tested (?:a|an|its) (?:\w+ ){0,3}(?:missile|device|weapon)|launched (?:a|an|its|their|the|\w+) (?:[\w-]+ ){0,3}(?:attacks?|offensive|operation|missiles?|rockets?|strikes?|war|raids?|assault|invasion)|shot (?:down|dead)|(?:was|were) (?:shot|killed|wounded|kidnapped|assassinated)|killed|boycotted|recalled (?:its|the|her|his) ambassador|captured|declared (?:war|independence)"),
    ("statement", "verb", r"said|stated|declared|announced|told|asserted|reaffirmed|reiterated|warned|rejected|denied|condemned|welcomed|urged|accused|confirmed|pledged|vowed|insisted|praised|ruled out|demanded"),
    ("meeting", "noun", rf"{_TALKS}"),
    ("incident", "noun", r"annexation|invasion|occupation|withdrawal|assassination|seizure|attacks?|coup|uprising|blockade|massacre|bombings?|(?:crisis|war)(?= (?:of|in) [12])"),
    ("statement", "noun", r"speech|press conference|news conference|(?:joint )?statement|interview|address|remarks"),
    ("visit", "noun", r"visits? (?:to|by|here)|(?:trip|tour) (?:to|of)"),
    ("agreement", "noun", r"treaty|declaration|accords?|protocol|pact|communiqu[ée]|agreement|cease-?fire|truce|armistice"),
)  # fmt: skip


class Happening(NamedTuple):
    """A word for what happens at [start, end); a noun names it, a verb tells of it."""

    start: int
    end: int
    text: str
    kind: str
    is_noun: bool


def happenings(text: str, start: int, end: int) -> Iterator[Happening]:
    """The words for events in text[start:end], in their order, none within another."""
    done = start
    for word in _BEGINNING.finditer(text, start, end):
        if word.start() < done:
            continue
        for kind, form, pattern in _rules(word.group().lower()):
            found = pattern.match(text, word.start(), end)
            if found is not None:
                done = found.end()
                yield Happening(found.start(), done, found.group(), kind, form == "noun")
                break


def _beginning(words: str) -> str:
    """Up to five letters that an alternative begins with, or its first word with the space after."""
    plain = _NO_LETTER.split(_BEHIND.sub("", words))[0]
    return _FIRST_WORD.sub(r"\1", plain).lower()


def _quick_look(beginnings: Iterable[str]) -> re.Pattern[str]:
    """Where a word begins with some letters, the most of them that can be, be it in capitals."""
    by_first: dict[str, list[str]] = {}
    for beginning in sorted(beginnings, key=len, reverse=True):
        for form in (beginning, beginning.capitalize(), beginning.upper()):
            by_first.setdefault(form[0], []).append(form[1:])
    either = "|".join(f"{first}(?:{by_letter(rest)})" for first, rest in by_first.items())
    return re.compile(rf"\b(?=[A-Za-z])(?:{either})")


_BEHIND = re.compile(r"\(\?<!.*?\)")
_NO_LETTER = re.compile(r"[^A-Za-z -]|.[?*{+]")
_FIRST_WORD = re.compile(r"^([a-z]{1,4}[ -]|[a-z]{1,5}).*", re.IGNORECASE)
_WORDS = tuple(
    (_beginning(words), number, words)
    for number, (_, _, body) in enumerate(_KINDS)
    for words in opened(body)
)
_BEGINNINGS = dict.fromkeys(beginning for beginning, _, _ in _WORDS)
_BEGINNING = _quick_look(_BEGINNINGS)


@lru_cache(maxsize=len(_BEGINNINGS))
def _rules(beginning: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The kinds whose words can begin with some letters, each with those of its words that do."""
    mine: dict[int, list[str]] = {}
    for letters, number, words in _WORDS:
        if beginning.startswith(letters):
            mine.setdefault(number, []).append(words)
    return tuple(
        (*_KINDS[number][:2], re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE))
        for number, words in mine.items()
    )
