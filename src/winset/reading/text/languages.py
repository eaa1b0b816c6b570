"""The language of a text, told by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, filterfalse

_SAMPLE = 1500
_COMMON = {
    line.split()[0]: frozenset(line.split()[1:])
    for line in """
en the of and to in that is was for on with said by it as are
fr le la les des et est que dans pour une du qui sur au pas
de der die das und ist von mit den nicht ein zu auf für dem im
es el los las que de y en del por con para una es se su
it il di che la per un non con del della sono gli una le nel
pt o os que de do da em para com uma não no na dos por se
nl de het een van en dat niet op te met voor zijn is er ook
""".strip().splitlines()
}
_LANGUAGES = {
    word: tuple(code for code, common in _COMMON.items() if word in common)
    for word in frozenset().union(*_COMMON.values())
}
"""The languages of which each of these words is a common one."""
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_OTHER_SCRIPT = re.compile(r"[\u0370-\u06ff\u3040-\ud7af]")
_SHARE, _RARE, _FEW = 0.2, 0.02, 0.08
_LETTER, _WORD = re.compile(r"[^\W\d_]"), re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language, "" where it cannot be told.

    >>> language_of("The talks ended and the ministers left."), language_of("漁業交渉は続く")
    ('en', 'ja')
    """
    sample = text[:_SAMPLE]
    foreign = len(_OTHER_SCRIPT.findall(sample))
    letters = len(_LETTER.findall(sample)) if foreign else 0
    for code, script in _SCRIPTS if foreign > _RARE * letters else ():
        least = _RARE if code == "uk" else _SHARE if code != "ja" else _FEW
        if letters and len(script.findall(sample)) >= least * letters:
            return code
    words = _words(sample.lower())
    counts = Counter(chain.from_iterable(filter(None, map(_LANGUAGES.get, words))))
    best = max(_COMMON, key=lambda code: counts[code])
    return best if words and counts[best] >= _FEW * len(words) else ""


def _words(sample: str) -> list[str]:
    """The words of a sample in any order; most stand alone between spaces, and need no search."""
    pieces = sample.split()
    rest = filterfalse(str.isalpha, pieces)
    return [*filter(str.isalpha, pieces), *_WORD.findall(" ".join(rest))]
