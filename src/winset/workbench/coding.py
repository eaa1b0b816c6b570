"""The codebook of a case: kept with it, checked, and begun from its model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from winset.model import read_model
from winset.model.model import Model
from winset.reading import read_codebook
from winset.reading.codebook import LARGEST
from winset.workbench.analysis import SETTLEMENT_NAMES
from winset.workbench.files import read_file
from winset.workbench.opening import case_file
from winset.workbench.suggesting import CODEBOOK

if TYPE_CHECKING:
    from winset.store import Case

_TYPE = "application/toml"
_EMPTY = """# What the analyst of this case looks for; see docs/how-to/code-positions.md.
{issues}
[stances]
for = []
against = []

[words]
speech_verbs = []
titles = []

[metonyms]
"""


def keep_codebook(path: Path, file: Path, by: str) -> str:
    """Keep a file as the codebook of a case; its text. Raises Faulty with all its problems."""
    from winset.store import open_case

    data = read_file(file, LARGEST)
    read_codebook(data, file.name)
    with open_case(case_file(path)) as case:
        case.attach(CODEBOOK, data, _TYPE, by)
    return data.decode("utf-8-sig")


def codebook_text(path: Path) -> str:
    """The codebook of a case as text; where there is none, one begun from the model's issues."""
    from winset.store import open_case

    with open_case(case_file(path), to_read=True) as case:
        if CODEBOOK in case.attachments():
            return case.attachment(CODEBOOK).data.decode("utf-8-sig")
        return _begun(case)


def _begun(case: Case) -> str:
    names = dict.fromkeys(one.name for one in case.models())
    ordered = sorted(names, key=lambda name: name not in SETTLEMENT_NAMES)
    models = [read_model(case.model(name).text) for name in ordered[:1]]
    return _EMPTY.format(issues="\n".join(_issues(model) for model in models))


def _issues(model: Model) -> str:
    lines: list[str] = []
    for issue in model.issues:
        lines += [f"[issues.{_key(issue.id)}]", f"title = {_text(issue.title)}"]
        lines += [f"cues = [{_text(issue.id.replace('_', ' '))}]"]
        for option in () if issue.yes_no else issue.options:
            lines += [f"[issues.{_key(issue.id)}.options.{_key(option)}]"]
            lines += [f"cues = [{_text(option.replace('_', ' '))}]"]
        lines.append("")
    return "\n".join(lines)


def _key(name: str) -> str:
    plain = name.isascii() and name.replace("_", "a").replace("-", "a").isalnum()
    return name if plain else _text(name)


def _text(words: str) -> str:
    """A text as TOML writes it, which JSON's strings are too."""
    return json.dumps(words, ensure_ascii=False)
