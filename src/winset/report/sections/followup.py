"""What was undertaken and what became of it; what was foretold and how it turned out."""

from __future__ import annotations

from winset.record.entries import Agreement, Forecast, Resolution, Undertaking
from winset.report.basis import Basis, entry_anchor, standing_mark
from winset.report.blocks import Inline, Jump, Paragraph, Prose, Row, Section, Styled, Table
from winset.report.evidence import is_suggested
from winset.report.findings import Score
from winset.report.words import amount, date_words, listed


def undertakings(basis: Basis) -> Section | None:
    """Each undertaking with its reviews in the order of their days; None where there is none."""
    title, own = "Undertakings and what became of them", basis.record.undertakings
    if not own:
        agreements = _agreements(basis)
        return Section(title, "undertakings", agreements) if agreements else None
    head = ("Undertaking", "Agreed", "By", "Due", "Reviews", "Outcome")
    rows = tuple(_undertaking(basis, one) for one in own)
    table = Table("Undertakings in the order of the record", head, rows, "undertakings")
    return Section(title, "undertakings", (table, *_agreements(basis)))


def forecasts(basis: Basis) -> Section | None:
    """Each forecast with its probability and what came, and the scores with their rule."""
    title, own = "Forecasts and their scores", basis.record.forecasts
    if not own:
        return None
    head = ("Forecast", "By", "Made", "Until", "Probability", "What came")
    table = Table("Forecasts", head, tuple(_forecast(basis, one) for one in own), "forecasts")
    scores = basis.findings.scores
    if not scores:
        none = Paragraph(("No forecast has been scored.",), "note")
        return Section(title, "forecasts", (table, none))
    return Section(title, "forecasts", (_scores(scores), *_notes(scores), table))


def _agreements(basis: Basis) -> tuple[Table, ...]:
    own = basis.record.agreements
    if not own:
        return ()
    head = ("Agreement", "Day", "Between", "Undertakings in it")
    return (Table("Agreements", head, tuple(_agreement(basis, one) for one in own), "agreements"),)


def _agreement(basis: Basis, one: Agreement) -> Row:
    known = {each.id: each for each in basis.record.undertakings}
    places: list[Inline] = []
    for key in one.undertakings:
        places += ["; "] if places else []
        places += [Jump(known[key].text, entry_anchor(known[key])) if key in known else key]
    text = f" {one.text}" if one.text else ""
    cells: tuple[Prose, ...] = (
        (one.title, Styled(text, "soft"), *standing_mark(one.origin), basis.evidence.cite(one.id)),
        (date_words(one.date),),
        (listed([basis.names.actor(key) for key in one.parties]),),
        tuple(places) or ("none recorded",),
    )
    return Row(cells, entry_anchor(one), is_suggested(one.origin))


def _undertaking(basis: Basis, one: Undertaking) -> Row:
    what: Prose = (one.text, *standing_mark(one.origin), basis.evidence.cite(one.id))
    due = "; ".join(part for part in (date_words(one.due), one.terms) if part)
    reviews: list[Inline] = []
    for review in sorted(one.reviews, key=lambda review: review.date.first):
        note = f" ({review.note})" if review.note else ""
        reviews += ["; "] if reviews else []
        reviews += [f"{date_words(review.date)}: ", Styled(review.status, "strong"), note]
        reviews += [basis.evidence.cite(*review.because)]
    cells: tuple[Prose, ...] = (
        what,
        (date_words(one.agreed),),
        (listed([basis.names.actor(key) for key in one.by]),),
        (due or "no day named",),
        tuple(reviews) or ("not reviewed",),
        (one.outcome or "open",),
    )
    return Row(cells, entry_anchor(one), is_suggested(one.origin))


def _forecast(basis: Basis, one: Forecast) -> Row:
    wording: Prose = (" ", Styled(f"In words: “{one.wording}”", "soft")) if one.wording else ()
    reader = f" (as read by {one.read_by})" if one.read_by else ""
    chance = "none given" if one.probability is None else f"{100 * one.probability:.0f}%{reader}"
    cells: tuple[Prose, ...] = (
        (one.claim, *wording, *standing_mark(one.origin), basis.evidence.cite(one.id)),
        (basis.names.actor(one.by),),
        (date_words(one.made),),
        (date_words(one.horizon) or "open",),
        (chance,),
        _came(basis, one.resolution),
    )
    return Row(cells, entry_anchor(one), is_suggested(one.origin))


def _came(basis: Basis, resolution: Resolution | None) -> Prose:
    if resolution is None:
        return ("not yet known",)
    word = {True: "came true", False: "did not come true", None: "in part"}[resolution.outcome]
    note = f": {resolution.note}" if resolution.note else ""
    cite = basis.evidence.cite(*resolution.because)
    return (Styled(word, "strong"), f" ({date_words(resolution.date)}){note}", cite)


def _scores(scores: tuple[Score, ...]) -> Table:
    rows = tuple(
        Row(
            (
                (score.of,),
                (str(len(score.forecasts)),),
                (amount(score.value),),
                (f"{amount(score.baseline_value)} ({score.baseline})",),
                (_verdict(score),),
            )
        )
        for score in scores
    )
    head = ("Whose", "Forecasts", "Score", "Baseline", "Against the baseline")
    return Table("Scores", head, rows, "numbers")


def _notes(scores: tuple[Score, ...]) -> tuple[Paragraph, ...]:
    rules = dict.fromkeys(f"Rule: {score.rule.rstrip('.')}." for score in scores)
    baselines = dict.fromkeys(score.baseline.rstrip(".") for score in scores)
    notes = dict.fromkeys(score.note for score in scores if score.note)
    held = f"Held against: {'; '.join(baselines)}."
    return tuple(Paragraph((text,), "note") for text in (*rules, held, *notes))


def _verdict(score: Score) -> str:
    if score.value == score.baseline_value:
        return "the same"
    return "better (lower)" if score.value < score.baseline_value else "worse (higher)"
