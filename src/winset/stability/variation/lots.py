"""Chance that depends on a seed and a number alone: the same on every machine, in any order."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from winset.errors import Misuse

_WORD = 64
_SEEDS = 1 << _WORD


class Lots:
    """The lots of one sample: raw words of the counter-based generator Philox.

    Raw words are the same in every version of NumPy; drawing from them is spelt out here.

    >>> [Lots(seed=1, number=0).below(6) for _ in range(2)] == [Lots(1, 0).below(6)] * 2
    True
    """

    def __init__(self, seed: int, number: int) -> None:
        if not 0 <= seed < _SEEDS:
            raise Misuse(f"the seed {seed} is out of bounds; expected 0 to {_SEEDS - 1}")
        key = np.array([seed, 0], dtype=np.uint64)
        counter = np.array([0, 0, 0, number], dtype=np.uint64)
        self._words = np.random.Philox(key=key, counter=counter)

    def below(self, count: int) -> int:
        """A whole number from 0 up to but not including `count`, each equally likely."""
        bits = (count - 1).bit_length()
        while True:
            drawn = self._bits(bits)
            if drawn < count:
                return drawn

    def happens(self, chance: Fraction) -> bool:
        """Whether something of that chance comes about."""
        return self.below(chance.denominator) < chance.numerator

    def _bits(self, number: int) -> int:
        words = -(-number // _WORD)
        drawn = 0
        for _ in range(words):
            drawn = drawn << _WORD | int(self._words.random_raw())
        return drawn >> (words * _WORD - number)
