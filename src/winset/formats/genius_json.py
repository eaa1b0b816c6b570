"""Domains and profiles of GeniusWeb: JSON, numbers taken exactly as they are written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from winset.errors import Misuse
from winset.formats.genius_parts import LARGEST, Domain, Matter, Profile, number, steps

_SPACE = "LinearAdditiveUtilitySpace"
_DISCRETE = ("DiscreteValueSetUtilities", "discreteutils")
_NUMERIC = ("NumberValueSetUtilities", "numberutils")


def read_json(file: str, data: bytes) -> Domain | Profile:
    """The domain or the profile a file states; raises Misuse with the reason."""
    whole = _parsed(file, data)
    if _SPACE in whole:
        return _profile(file, _table(file, whole, _SPACE))
    if "issuesValues" in whole:
        return _domain(file, whole)
    kinds = ", ".join(whole) or "nothing"
    raise Misuse(
        f"{file} is no GeniusWeb domain or {_SPACE}; it holds {kinds[:80]}, and other kinds of "
        "profile have no points that add up"
    )


def _parsed(file: str, data: bytes) -> Mapping[str, Any]:
    if len(data) > LARGEST:
        raise Misuse(f"{file} has {len(data):,} bytes; at most {LARGEST:,} are read")
    try:
        whole = json.loads(
            data.decode("utf-8-sig"),
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_once,
        )
    except Misuse as error:
        raise Misuse(f"{file}: {error}") from None
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise Misuse(f"{file} is not JSON: {reason}") from None
    if not isinstance(whole, dict):
        raise Misuse(f"{file} is no GeniusWeb file: expected an object")
    return whole


def _refuse_constant(text: str) -> None:
    raise Misuse(f"{text} is not a number")


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand there once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise Misuse(f"the key {double[:60]!r} stands there twice")
    return found


def _table(file: str, holder: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = holder.get(key)
    if not isinstance(found, dict):
        raise Misuse(f"{file}: {key!r} is missing or no object")
    return found


def _domain(file: str, table: Mapping[str, Any]) -> Domain:
    values = _table(file, table, "issuesValues")
    if not values:
        raise Misuse(f"{file}: the domain has no issues")
    return Domain(
        file,
        str(table.get("name") or ""),
        tuple(_matter(file, name, values[name]) for name in values),
    )


def _matter(file: str, name: str, stated: Any) -> Matter:
    if isinstance(stated, dict) and isinstance(stated.get("values"), list):
        values = tuple(str(value) for value in stated["values"])
        if not values or len(set(values)) < len(values):
            raise Misuse(f"{file}: the issue {name!r} has no values, or one of them twice")
        return Matter(name, values)
    if isinstance(stated, dict) and isinstance(stated.get("range"), list | dict):
        span = stated["range"]
        parts = list(span.values() if isinstance(span, dict) else span)
        if len(parts) == 3:
            low, high, step = (number(part, file, f"range of {name}") for part in parts)
            return Matter(name, steps(low, high, step, file, f"the issue {name!r}"), ordered=True)
    raise Misuse(f"{file}: the issue {name!r} has neither 'values' nor a 'range' of three numbers")


def _profile(file: str, space: Mapping[str, Any]) -> Profile:
    domain = _domain(file, _table(file, space, "domain"))
    stated, weights = _table(file, space, "issueUtilities"), _table(file, space, "issueWeights")
    utilities: dict[tuple[str, str], Fraction] = {}
    for issue in domain.issues:
        weight = number(weights.get(issue.name, 0), file, f"weight of {issue.name}")
        worths = _worths(file, issue, stated.get(issue.name))
        utilities.update({(issue.name, value): weight * worths[value] for value in issue.values})
    name = str(space.get("name") or domain.name or "party")
    return Profile(name, domain, utilities, _reservation(file, space, utilities))


def _worths(file: str, issue: Matter, stated: Any) -> dict[str, Fraction]:
    """What each value is worth, as it stands: 0 for a value that is not mentioned."""
    if isinstance(stated, dict) and len(stated) == 1:
        ((kind, table),) = stated.items()
        if kind in _DISCRETE and isinstance(table, dict):
            given = _table(file, table, "valueUtilities")
            unknown = [value for value in given if value not in issue.values]
            if unknown:
                raise Misuse(f"{file}: {issue.name!r} has no value {unknown[0][:60]!r}")
            return {v: number(given.get(v, 0), file, f"{issue.name} = {v}") for v in issue.values}
        if kind in _NUMERIC and isinstance(table, dict):
            return _interpolated(file, issue, table)
    raise Misuse(f"{file}: the utilities of {issue.name!r} are missing or of no known kind")


def _interpolated(file: str, issue: Matter, table: Mapping[str, Any]) -> dict[str, Fraction]:
    """On the line from the lowest value with its utility to the highest with its own."""
    keys = ("lowValue", "lowUtility", "highValue", "highUtility")
    low, at_low, high, at_high = (number(table.get(k), file, f"{issue.name} {k}") for k in keys)
    if high <= low:
        raise Misuse(f"{file}: {issue.name}: highValue is not above lowValue")
    rise = (at_high - at_low) / (high - low)
    return {value: at_low + rise * (Fraction(value) - low) for value in issue.values}


def _reservation(
    file: str, space: Mapping[str, Any], utilities: Mapping[tuple[str, str], Fraction]
) -> Fraction | None:
    """The utility of the reservation bid, None without one."""
    bid = space.get("reservationBid")
    if not bid:
        return None
    chosen = _table(file, bid, "issuevalues") if isinstance(bid, dict) else {}
    total = Fraction(0)
    for issue, value in chosen.items():
        if (issue, str(value)) not in utilities:
            raise Misuse(f"{file}: the reservation bid {issue} = {value} is not in the domain")
        total += utilities[issue, str(value)]
    return total
