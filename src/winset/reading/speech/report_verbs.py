"""Verbs that report what somebody said, and what each of them may be followed by."""

from __future__ import annotations

from enum import Flag, auto
from typing import NamedTuple

from winset.reading.text.words import lexicon


class Takes(Flag):
    """What may follow a verb."""

    NOTHING = 0
    """`reports`, which is mostly a noun: `…, the agency reports`."""
    ANYTHING = auto()
    """`said`: any words."""
    CLAUSE = auto()
    """`warned`: a clause, with `that` or plain."""
    HEARER = auto()
    """`told`: those who are told, then a clause."""
    OTHERS_TO = auto()
    """`urged`: others, and what they are to do."""
    TO = auto()
    """`promised`: what the speaker is to do."""
    FOR = auto()
    """`called`: for something, or on others to do it."""
    THING = auto()
    """`demanded`: something."""
    DENIED = auto()
    OTHERS_OF = auto()
    """`accused`: others, and what of."""


class Form(NamedTuple):
    """A form of a verb: `shape` is "past", "present", "plain" or "ing"."""

    takes: Takes
    shape: str


_VERBS = {
    Takes.ANYTHING: "say",
    Takes.CLAUSE: """
        add argue insist stress emphasize emphasise note warn claim explain maintain assert contend
        predict concede admit acknowledge complain caution reply counter respond believe conclude
        write tweet posit observe remark reason state announce declare suggest confirm demand
        recall indicate testify reiterate repeat promise pledge vow hint imply propose recommend
        point affirm hope fear think reveal disclose boast lament allege estimate speculate urge
        report reaffirm underline underscore assure clarify signal joke quip muse retort proclaim
        specify recount attest rule
    """,
    Takes.HEARER: "tell warn remind assure inform advise notify",
    Takes.OTHERS_TO: """
        urge ask tell order invite encourage press implore beg advise instruct want warn exhort
    """,
    Takes.TO: "promise pledge vow threaten offer propose",
    Takes.FOR: "call appeal",
    Takes.THING: "demand",
    Takes.DENIED: "deny",
    Takes.OTHERS_OF: "accuse",
}
_IRREGULAR = {
    "say": ("said", "says", "saying"),
    "tell": ("told", "tells", "telling"),
    "write": ("wrote", "writes", "writing"),
    "think": ("", "thinks", "thinking"),
    "state": ("stated", "", "stating"),
    "point": ("pointed", "", "pointing"),
    "report": ("reported", "", "reporting"),
    "joke": ("joked", "", "joking"),
    "rule": ("ruled", "", "ruling"),
    "signal": ("signalled", "", "signalling"),
    "want": ("", "wants", ""),
    "admit": ("admitted", "admits", "admitting"),
    "press": ("pressed", "presses", "pressing"),
    "beg": ("begged", "begs", "begging"),
}
"""Past, present and -ing forms that the endings alone do not give; "" for one with other uses."""
_PLAIN = lexicon(
    "say argue insist contend believe think maintain acknowledge admit concede warn predict tell"
    " urge"
)
"""Verbs whose plain form is seldom a noun after a plural: `critics say`."""
_AFTERWARDS = lexicon(
    "say add argue insist note warn explain claim predict acknowledge contend reply complain"
    " caution concede announce stress suggest write believe admit confirm estimate vow promise tell"
    " tweet remark state assert maintain declare conclude observe reveal recall affirm allege boast"
    " lament reiterate disclose report predict joke quip argue"
)
_SHOWING = lexicon("suggest indicate imply")


def _inflected(verb: str) -> tuple[str, str, str]:
    """The past, the present and the -ing form of a verb."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb[:-1] + "ied", verb[:-1] + "ies", verb + "ing"
    stem = verb.removesuffix("e")
    return stem + "ed", verb + "s", stem + "ing"


def _forms() -> dict[str, Form]:
    takes: dict[str, Takes] = {}
    for what, verbs in _VERBS.items():
        for verb in verbs.split():
            takes[verb] = takes.get(verb, what) | what
    found: dict[str, Form] = {}
    for verb, what in takes.items():
        for form, shape in zip(_inflected(verb), ("past", "present", "ing"), strict=True):
            found[form] = Form(what, shape)
        if verb in _PLAIN:
            found[verb] = Form(what, "plain")
    del found[""]
    return found | {"reports": Form(Takes.NOTHING, "present"), "clear": Form(Takes.CLAUSE, "past")}


FORMS = _forms()
"""Every form of a verb that reports, in lower case."""
SHOWING = frozenset(form for verb in sorted(_SHOWING) for form in _inflected(verb))
"""Forms whose subject may be a thing that shows something, and says nothing."""
AFTERWARDS = {form for verb in sorted(_AFTERWARDS) for form in _inflected(verb)[:2]}
AFTERWARDS |= {"say", "reports"}
"""Forms that may follow what was said: `…, the mayor said`."""
