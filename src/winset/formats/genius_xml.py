"""Domains and profiles of Genius: XML without document types and entities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import PurePath
from xml.parsers import expat

from winset.errors import Misuse
from winset.formats.genius_parts import LARGEST, Domain, Matter, Profile, number, steps

_DEEPEST = 100
_LEAST_MAXIMUM = Fraction(1, 100_000)


@dataclass(slots=True)
class _Element:
    """An element while the file is read."""

    tag: str
    attributes: Mapping[str, str]
    children: list[_Element] = field(default_factory=list)

    def all(self, tag: str) -> Iterator[_Element]:
        """Every element of that tag within, in the order of the file."""
        for child in self.children:
            if child.tag == tag:
                yield child
            yield from child.all(tag)


def read_xml(file: str, data: bytes, cuts: int | None = None) -> Domain | Profile:
    """The domain or the profile a file states; raises Misuse with the reason where it is neither.

    A profile is a file that evaluates values or weighs issues. Real-valued issues are cut into so
    many equal steps; without `cuts` they are refused.
    """
    root = _parsed(file, data)
    issues = tuple(root.all("issue"))
    if root.tag not in ("utility_space", "negotiation_template") or not issues:
        raise Misuse(f"{file} is no Genius file: expected <utility_space> with <issue> elements")
    name = PurePath(file).stem
    domain = Domain(file, name, tuple(_matter(file, issue, cuts) for issue in issues))
    _check_names(file, domain)
    weights = _weights(file, root)
    if not weights and not any("evaluation" in item.attributes for item in root.all("item")):
        return domain
    utilities = {
        (matter.name, value): worth * weights.get(issue.attributes.get("index", ""), Fraction(0))
        for issue, matter in zip(issues, domain.issues, strict=True)
        for value, worth in _evaluations(file, issue, matter).items()
    }
    return Profile(name, domain, utilities, _reservation(file, root), tuple(_notes(file, root)))


def _parsed(file: str, data: bytes) -> _Element:
    """The root element; raises Misuse for what is no XML, and for document types and entities."""
    if len(data) > LARGEST:
        raise Misuse(f"{file} has {len(data):,} bytes; at most {LARGEST:,} are read")
    top = _Element("", {})
    open_elements = [top]
    parser = expat.ParserCreate()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(open_elements) > _DEEPEST:
            raise Misuse(f"{file}: elements are nested more than {_DEEPEST} deep")
        element = _Element(tag, attributes)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def refuse(*_: object) -> None:
        raise Misuse(
            f"{file} declares a document type or entities, which are not read: remove them"
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_elements.pop()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise Misuse(f"{file} is not XML: {error}") from None
    return top.children[0]


def _matter(file: str, issue: _Element, cuts: int | None) -> Matter:
    name, kind = issue.attributes.get("name", "").strip(), _kind(issue)
    if not name:
        raise Misuse(f"{file}: an issue has no name")
    if kind == "discrete":
        values = tuple(item.attributes.get("value", "") for item in issue.all("item"))
        if not values or len(set(values)) < len(values):
            raise Misuse(f"{file}: the issue {name!r} has no values, or one of them twice")
        return Matter(name, values)
    if kind == "integer":
        low, high = _bounds(file, issue, name)
        return Matter(
            name, steps(low, high, Fraction(1), file, f"the issue {name!r}"), ordered=True
        )
    if kind == "real":
        return _cut(file, name, _bounds(file, issue, name), cuts)
    raise Misuse(
        f"{file}: the issue {name!r} is of type {kind[:40]!r}; expected discrete, integer or real"
    )


def _kind(issue: _Element) -> str:
    return issue.attributes.get("vtype") or issue.attributes.get("type") or "discrete"


def _cut(file: str, name: str, bounds: tuple[Fraction, Fraction], cuts: int | None) -> Matter:
    """A real-valued issue as evenly spaced values, both ends included."""
    if cuts is None:
        raise Misuse(
            f"{file}: the issue {name!r} is real-valued, and options are needed: say how many "
            "steps to cut it into, as --steps 10"
        )
    low, high = bounds
    step = (high - low) / cuts
    values = steps(low, high, step, file, f"the issue {name!r}")
    if len(set(values)) < len(values):
        raise Misuse(f"{file}: {cuts} steps of the issue {name!r} are too fine to tell apart")
    return Matter(name, values, ordered=True, cuts=cuts)


def _bounds(file: str, issue: _Element, name: str) -> tuple[Fraction, Fraction]:
    """Bounds stand in the issue itself or in a <range> within it."""
    holders = [issue.attributes, *(found.attributes for found in issue.all("range"))]
    holder = next((each for each in holders if "lowerbound" in each and "upperbound" in each), None)
    if holder is None:
        raise Misuse(f"{file}: the issue {name!r} has no lowerbound and upperbound")
    low, high = (number(holder[key], file, f"{name} {key}") for key in ("lowerbound", "upperbound"))
    return low, high


def _evaluations(file: str, issue: _Element, matter: Matter) -> dict[str, Fraction]:
    """What each value is worth from 0 to 1: an evaluation divided by the largest of the issue."""
    if _kind(issue) == "real":
        return _curved(file, issue, matter)
    if matter.ordered:
        return _linear(file, issue, matter)
    stated = {}
    for item in issue.all("item"):
        value = item.attributes.get("value", "")
        place = f"{matter.name} = {value}"
        if item.attributes.get("evaluation", "null") == "null":
            raise Misuse(f"{file}: {place} has no evaluation")
        stated[value] = number(item.attributes["evaluation"], file, place)
        if stated[value] < 0:
            raise Misuse(f"{file}: {place}: the evaluation {stated[value]} is below 0")
    largest = max(stated.values())
    # Genius takes an issue that is worth next to nothing throughout for worthless.
    return {v: e / largest if largest >= _LEAST_MAXIMUM else Fraction(0) for v, e in stated.items()}


def _evaluator(file: str, issue: _Element, matter: Matter) -> Mapping[str, str]:
    found = next(issue.all("evaluator"), None)
    if found is None:
        raise Misuse(f"{file}: the issue {matter.name!r} has no evaluator")
    return found.attributes


def _curved(file: str, issue: _Element, matter: Matter) -> dict[str, Fraction]:
    """What each value of a real-valued issue is worth, by the kind of its function.

    Linear: parameter1 × value + parameter0, kept between 0 and 1. Constant: parameter0.
    Triangular: from 0 at parameter0 up to 1 at parameter2, and down to 0 at parameter1.
    """
    stated = _evaluator(file, issue, matter)
    kind = stated.get("ftype", "").lower()
    count = {"constant": 1, "linear": 2, "triangular": 3}.get(kind)
    if count is None:
        raise Misuse(
            f"{file}: {matter.name} is evaluated by {kind[:40] or 'no function'!r}; expected "
            "linear, constant or triangular"
        )
    given = [
        number(stated.get(f"parameter{place}"), file, f"{matter.name} parameter{place}")
        for place in range(count)
    ]
    worths = {value: _worth(given, Fraction(value)) for value in matter.values}
    if min(worths.values()) < 0:
        raise Misuse(f"{file}: {matter.name}: an evaluation is below 0")
    return worths


def _worth(given: Sequence[Fraction], at: Fraction) -> Fraction:
    """The height of a constant, a line or a triangle, by how many numbers are given."""
    if len(given) == 1:
        return given[0]
    if len(given) == 2:
        return min(max(given[1] * at + given[0], Fraction(0)), Fraction(1))
    low, high, top = given
    if low <= at < top:
        return (at - low) / (top - low)
    return 1 - (at - top) / (high - top) if top <= at < high else Fraction(0)


def _linear(file: str, issue: _Element, matter: Matter) -> dict[str, Fraction]:
    """Offset + slope × (value − lower bound), kept between 0 and 1."""
    found = _evaluator(file, issue, matter)
    if "slope" not in found and "offset" not in found:
        raise Misuse(f"{file}: the evaluator of {matter.name!r} has neither slope nor offset")
    slope, offset = (
        number(found.get(key, "0"), file, f"{matter.name} {key}") for key in ("slope", "offset")
    )
    return {
        value: min(max(offset + slope * place, Fraction(0)), Fraction(1))
        for place, value in enumerate(matter.values)
    }


def _weights(file: str, root: _Element) -> dict[str, Fraction]:
    """The weight of each issue by its index."""
    weights: dict[str, Fraction] = {}
    for weight in root.all("weight"):
        index = weight.attributes.get("index", "")
        weights[index] = number(weight.attributes.get("value"), file, f"weight {index}")
    return weights


def _reservation(file: str, root: _Element) -> Fraction | None:
    found = next(root.all("reservation"), None)
    return None if found is None else number(found.attributes.get("value"), file, "reservation")


def _notes(file: str, root: _Element) -> Iterator[str]:
    for found in root.all("discount_factor"):
        if number(found.attributes.get("value", "1"), file, "discount_factor") != 1:
            yield f"{file}: the discount factor is left out: packages do not lose worth by waiting"


def _check_names(file: str, domain: Domain) -> None:
    names = [issue.name for issue in domain.issues]
    for name in names:
        if names.count(name) > 1:
            raise Misuse(f"{file}: the issue {name!r} stands there twice")
