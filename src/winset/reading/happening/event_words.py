"""The words for what happens: the verbs and nouns of each kind of event, as patterns."""

from __future__ import annotations

from winset.reading.happening.event_parts import TALKS
from winset.reading.happening.event_verbs import EVENT_VERBS
from winset.reading.text.patterns import in_one_line

_EVENT_NOUNS: tuple[tuple[str, str, str], ...] = (
    ("meeting", "noun", rf"{TALKS}|(?:tele)?phone (?:call|conversation)"),
    (
        "incident",
        "noun",
        in_one_line(
            r"""
            annexation|invasion|occupation|withdrawal|assassination|seizure|attacks?|coup|uprising|
            blockade|massacre|bombings?|shelling|kidnapping|abduction|killings?|clashes|
            (?:air ?)?strikes?(?= (?:on|against|by|in|targeting|that))|outbreak of|
            earthquake|tsunami|explosion|mutiny|putsch|incursion|hijacking|shooting|
            (?:crisis|war)(?= (?:of|in) [12])|(?:nuclear|missile|rocket) tests?
            """
        ),
    ),
    (
        "statement",
        "noun",
        in_one_line(
            r"""
            speech|press conference|news conference|(?:joint )?statement|interview|address|remarks|
            announcement|(?:press )?briefing|tweet|accusation
            """
        ),
    ),
    ("visit", "noun", r"visits? (?:to|by|here)|(?:trip|tour) (?:to|of)"),
    (
        "agreement",
        "noun",
        in_one_line(
            r"""
            treaty|declaration|accords?|protocol|pact|communiqu[ée]|agreements?|cease-?fire|truce|
            armistice
            """
        ),
    ),
    ("poll", "name", r"referendum|plebiscite"),
    ("agreement", "name", r"deals?|settlement|memorandum|understanding|convention|charter"),
    ("law", "name", r"resolution|ruling|verdict|judge?ment|decree|constitution"),
    (
        "incident",
        "name",
        in_one_line(
            r"""
            war|conflict|fighting|violence|hostilities|unrest|strikes?|raids?|airstrikes?|
            offensive|tests?|demonstrations?|rally|ambush|protests?|walk-?out|boycott|pull-?out|
            operation|floods?|storm|cyclone|hurricane|rebellion|siege|battle|stand-?off|
            crackdown|split|collapse|breakdown|handover|prisoner swap|prisoner exchange|revolution
            """
        ),
    ),
    ("visit", "name", r"visit|trip"),
    ("poll", "topic", r"elections?|ballot|vote|polls|run-?off"),
    (
        "incident",
        "topic",
        in_one_line(
            r"""
            government|coalition|tariffs?|sanctions|embargo|ban|campaign|strike action
            """
        ),
    ),
    ("proposal", "name", r"proposals?|offer"),
    ("meeting", "name", r"negotiations?|round|workshop|hearing|encounter"),
)
EVENT_WORDS = (*EVENT_VERBS, *_EVENT_NOUNS)
"""Each kind of event, the form its words have, and the words, tried in this order."""
