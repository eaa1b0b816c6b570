"""Negotiation scenarios of Genius (XML) and GeniusWeb (JSON), read into a model.

A scenario is two or more profiles over one domain. What a value is worth is the weight of its
issue times its evaluation; Genius divides an evaluation by the largest of its issue, GeniusWeb
takes it as it stands. Points are these products times one number for each party that makes all of
them whole, so that no rounding can change which package dominates which.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from winset.errors import Faulty, Misuse
from winset.formats.genius_json import read_json
from winset.formats.genius_names import Namer
from winset.formats.genius_parts import MOST_VALUES, Domain, Matter, Profile
from winset.formats.genius_xml import read_xml
from winset.model.issues import Issue
from winset.model.lines import NoDeal, Points
from winset.model.model import Model
from winset.model.parties import Party
from winset.problems import Problem

_MOST_POINTS = 10**15
_DIGITS = 12
Options = Mapping[tuple[str, str], tuple[str, str]]
"""The issue and the option of the model for each issue and value of a file."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A model made of a scenario, and in sentences what was changed or left out."""

    model: Model
    notes: tuple[str, ...] = ()


def read_scenario(files: Sequence[tuple[str, bytes]], cuts: int | None = None) -> Scenario:
    """The model of some files, each (name, content): profiles, and the domain if it is given.

    Real-valued issues are cut into so many equal steps, and refused where none are given.

    Raises Misuse where a file cannot be read, Faulty where the profiles do not fit together.
    """
    if cuts is not None and not 1 <= cuts < MOST_VALUES:
        raise Misuse(f"{cuts} steps are out of bounds; expected 1 to {MOST_VALUES - 1}")
    read = [_read(name, data, cuts) for name, data in files]
    profiles = tuple(part for part in read if isinstance(part, Profile))
    domains = tuple(part for part in read if isinstance(part, Domain))
    if len(profiles) < 2:
        raise Misuse(
            f"a scenario needs the profiles of two sides or more, with their evaluations; among "
            f"these files the number of profiles is {len(profiles)}"
        )
    domain = domains[0] if domains else profiles[0].domain
    problems = tuple(_misfits(domain, (*domains[1:], *(profile.domain for profile in profiles))))
    if problems:
        raise Faulty(problems)
    return _scenario(domain, profiles)


def _read(name: str, data: bytes, cuts: int | None) -> Domain | Profile:
    """A file by its content: JSON begins with a brace, XML with an angle bracket."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start == b"{":
        return read_json(name, data)
    if start == b"<" or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return read_xml(name, data, cuts)
    raise Misuse(f"{name} is neither a Genius XML nor a GeniusWeb JSON file")


def _misfits(domain: Domain, others: Sequence[Domain]) -> Iterator[Problem]:
    """Issues and values that one file has and another has not."""
    known = {issue.name: issue for issue in domain.issues}
    for other in others:
        own = {issue.name: issue for issue in other.issues}
        for name in [*known, *own]:
            if name not in own or name not in known:
                lacking = other.file if name not in own else domain.file
                yield Problem(f"the issue {name!r} is missing", lacking, name)
            elif set(known[name].values) != set(own[name].values):
                odd = sorted(set(known[name].values) ^ set(own[name].values))
                message = f"its values are not those in {domain.file}: {', '.join(odd[:8])}"
                yield Problem(message, other.file, name)


def _scenario(domain: Domain, profiles: Sequence[Profile]) -> Scenario:
    namer = Namer()
    ids = {issue.name: namer.id("issue", issue.name, "issue") for issue in domain.issues}
    options = {
        (issue.name, value): (ids[issue.name], namer.option(issue.name, value))
        for issue in domain.issues
        for value in issue.values
    }
    parties = tuple(_party(namer, profile) for profile in profiles)
    by = tuple(party.id for party in parties)
    sides = list(zip(by, map(_scaled, profiles), strict=True))
    model = Model(
        domain.name,
        parties=parties,
        issues=tuple(_issue(issue, ids[issue.name], options, by) for issue in domain.issues),
        points=tuple(Points(party, tuple(_worths(side, options))) for party, side in sides),
        no_deal=tuple(
            NoDeal(party, float(side.no_deal)) for party, side in sides if side.no_deal is not None
        ),
    )
    notes = [
        f"the real-valued issue {issue.name!r} is cut into {issue.cuts} equal steps, from "
        f"{issue.values[0]} to {issue.values[-1]}: what lies between two of them is no option"
        for issue in domain.issues
        if issue.cuts
    ]
    notes += [note for profile in profiles for note in profile.notes]
    notes += [side.note(party) for party, side in sides]
    return Scenario(model, (*notes, *namer.notes))


def _issue(matter: Matter, id_: str, options: Options, by: tuple[str, ...]) -> Issue:
    named = tuple(options[matter.name, value][1] for value in matter.values)
    title = matter.name if matter.name != id_ else ""
    return Issue(id_, title, named, yes_no=False, ordered=matter.ordered, by=by)


def _worths(side: _Scaled, options: Options) -> Iterator[tuple[str, str, float]]:
    for place, worth in side.worths.items():
        yield *options[place], float(worth)


def _party(namer: Namer, profile: Profile) -> Party:
    id_ = namer.id("party", profile.name, "party")
    return Party(id_, profile.name if profile.name != id_ else "")


@dataclass(frozen=True, slots=True)
class _Scaled:
    """Utilities times `scale`; `exact` unless they had to be rounded."""

    scale: int
    worths: Mapping[tuple[str, str], Fraction]
    no_deal: Fraction | None
    exact: bool

    def note(self, party: str) -> str:
        """What was done, as a sentence."""
        if self.exact:
            return (
                f"the points of {party} are its utilities times {self.scale}, so that all are whole"
            )
        return (
            f"the points of {party} are its utilities times {self.scale}, rounded: exact ones "
            "would have too many digits, and packages closer than that may change places"
        )


def _scaled(profile: Profile) -> _Scaled:
    """The least whole numbers in the same proportions, where they are not too large."""
    stated = [*profile.utilities.values()]
    stated += [] if profile.reservation is None else [profile.reservation]
    scale = math.lcm(*(value.denominator for value in stated))
    exact = max((abs(value) for value in stated), default=Fraction(0)) * scale < _MOST_POINTS
    scale = scale if exact else 10**_DIGITS
    worths = {key: _rounded(value * scale) for key, value in profile.utilities.items()}
    no_deal = None if profile.reservation is None else _rounded(profile.reservation * scale)
    return _Scaled(scale, worths, no_deal, exact)


def _rounded(value: Fraction) -> Fraction:
    return Fraction(round(value))
