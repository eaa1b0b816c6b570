"""The parts of a negotiation scenario, whatever the file they were read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from winset.errors import Misuse

LARGEST = 4 * 2**20
"""Bytes; the largest scenarios known are a hundredth of it."""
MOST_VALUES = 1000
"""Values a numeric issue may have."""
_LONGEST_NUMBER = 40


@dataclass(frozen=True, slots=True)
class Matter:
    """An issue with its values; `ordered` where the values are numbers in order.

    `cuts` is the number of steps a real-valued one was cut into, else 0.
    """

    name: str
    values: tuple[str, ...]
    ordered: bool = False
    cuts: int = 0


@dataclass(frozen=True, slots=True)
class Domain:
    """What is negotiated, as one file says it."""

    file: str
    name: str
    issues: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What one side wants: the utility of every value of every issue, weights included."""

    name: str
    domain: Domain
    utilities: Mapping[tuple[str, str], Fraction] = field(default_factory=dict)
    reservation: Fraction | None = None
    notes: tuple[str, ...] = ()


def number(text: object, file: str, place: str) -> Fraction:
    """A number as written, exactly; raises Misuse with the place for what is none."""
    if isinstance(text, bool) or not isinstance(text, int | str | Decimal | Fraction):
        raise Misuse(f"{file}: {place}: {_shown(text)} is not a number")
    try:
        written = Decimal(str(text).strip())
    except InvalidOperation:
        raise Misuse(f"{file}: {place}: {_shown(text)} is not a number") from None
    # A number such as 1e999999999 would fill the memory once it is made exact.
    if not written.is_finite() or abs(written.adjusted()) > _LONGEST_NUMBER:
        raise Misuse(f"{file}: {place}: {_shown(text)} is out of range")
    return Fraction(written)


def steps(low: Fraction, high: Fraction, step: Fraction, file: str, place: str) -> tuple[str, ...]:
    """The values of a numeric issue from `low` to `high`; raises Misuse for too many or none."""
    if step <= 0 or high < low:
        raise Misuse(f"{file}: {place}: from {low} to {high} by {step} there are no values")
    count = (high - low) // step + 1
    if count > MOST_VALUES:
        raise Misuse(
            f"{file}: {place} has {count:,} values; at most {MOST_VALUES:,} can be options"
        )
    return tuple(plain(low + place_ * step) for place_ in range(count))


def plain(value: Fraction) -> str:
    """A decimal as people write it, to six places where it does not end.

    >>> plain(Fraction(5, 2)), plain(Fraction(10)), plain(Fraction(1, 3))
    ('2.5', '10', '0.333333')
    """
    if 10 ** value.denominator.bit_length() % value.denominator:
        value = Fraction(round(value * 10**6), 10**6)
    if value.denominator == 1:
        return str(value.numerator)
    return format((Decimal(value.numerator) / Decimal(value.denominator)).normalize(), "f")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
