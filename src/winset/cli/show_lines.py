"""Red lines with what they demand, when, and on what evidence."""

from __future__ import annotations

from winset.cli.screen import entry
from winset.model.lines import RedLine
from winset.report.evidence import Evidence
from winset.report.words import Names, amount, date_words, phrase, span_words


def show_line(line: RedLine, names: Names, evidence: Evidence, again: bool) -> None:
    """Print a line; where it was told already, what it demands and no more."""
    entry(f"{line.id}: {demand_words(line, names)}" + (" (see above)" if again else ""))
    if again:
        return
    rests = f"; rests on {', '.join(line.because)}" if line.because else ""
    entry(f"holds {span_words(line.span)}; weight {amount(line.weight)}{rests}", 4)
    cited = evidence.cite(*line.because)
    for key in cited.passages:
        passage = evidence.passages[key]
        document = evidence.documents.get(passage.document)
        entry(f"“{' '.join(passage.exact.split())}”", 4)
        if document is not None:
            place = [document.title, document.publisher, date_words(document.date)]
            entry(f"— {', '.join(part for part in place if part)} [{key}]", 4)
    for key in cited.sources:
        entry(f"— {evidence.sources[key].title} [{key}]", 4)


def demand_words(line: RedLine, names: Names) -> str:
    """What a line demands, in a sentence."""
    verb = "rejects" if line.rejects else "requires"
    said = f"{names.party(line.party)} {verb} “{phrase(line.expression, names)}”"
    return f"{line.title}. {said}" if line.title else said
