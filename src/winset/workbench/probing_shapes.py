"""Answers to what-if questions as JSON values; keys are added to them, never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from winset.model.model import Model
from winset.model.writer import write_expression
from winset.record.plain import to_plain
from winset.settlement.bargain.logrolling import Divided, Logroll
from winset.settlement.bargain.payments import Payment
from winset.settlement.results import Outcome
from winset.settlement.what_if.comparison import Comparison, Lines, Shift
from winset.settlement.what_if.improving import Improvements, Step
from winset.settlement.what_if.no_deal import Gain, Stated, stated_worths
from winset.settlement.what_if.probing import Probe, Side
from winset.settlement.what_if.sensitivity import Margin
from winset.settlement.what_if.verdicts import Verdict
from winset.workbench.durability import DurabilityAnswer
from winset.workbench.model_changes import model_changes
from winset.workbench.probing import Examined, Reply
from winset.workbench.shapes import Shape, number, settlement_shape


def reply_shape(reply: Reply) -> Shape:
    """The settlement, and under a key of its own the answer to each question that was asked."""
    looks = {
        "compared": reply.compared
        and comparison_shape(reply.compared, (reply.original, reply.chosen.model)),
        "given": reply.probe and _probe(reply.probe),
        "package": reply.examined and _examined(reply.examined),
        "improvements": reply.improvements and _improvements(reply.improvements),
        "divided": reply.divided and _divided(reply.divided),
        "trades": [_logroll(one) for one in reply.logrolls] or None,
        "durability": reply.durability and _durability(reply.durability),
        "margins": reply.margins and [_margin(one) for one in reply.margins.margins],
        "margins_incomplete": reply.margins and list(reply.margins.incomplete),
    }
    stated = [_stated(one) for one in stated_worths(reply.chosen.model)]
    asked = {key: value for key, value in looks.items() if value is not None}
    return {**settlement_shape(reply.found), "no_deal": stated, **asked}


def comparison_shape(found: Comparison, models: tuple[Model, Model]) -> Shape:
    """Both answers, and all in which they and their models differ."""
    return {
        "before": settlement_shape(found.before),
        "after": settlement_shape(found.after),
        "lines": _lines(found.lines),
        "links": _lines(found.links),
        "no_deal": [
            {"party": party, "before": _number(old), "after": _number(new)}
            for party, old, new in found.no_deal
        ],
        "blocks_appeared": [list(block.lines) for block in found.blocks_appeared],
        "blocks_vanished": [list(block.lines) for block in found.blocks_vanished],
        "openings_appeared": [list(opening.lines) for opening in found.openings_appeared],
        "openings_vanished": [list(opening.lines) for opening in found.openings_vanished],
        "gains": [_shift(shift) for shift in found.shifts],
        "incomplete": list(found.incomplete),
        "texts": _texts(found, models),
        "elsewhere": [to_plain(change) for change in model_changes(*models)],
    }


def _texts(found: Comparison, models: tuple[Model, Model]) -> Shape:
    """What the lines and links that came, went or changed say before and after; None: nothing."""
    old, new = (_rules(model) for model in models)
    moved = [
        id_
        for each in (found.lines, found.links)
        for id_ in (*each.came, *each.went, *each.changed)
    ]
    return {
        id_: {
            "before": None if id_ in (*found.lines.came, *found.links.came) else old[id_],
            "after": None if id_ in (*found.lines.went, *found.links.went) else new[id_],
        }
        for id_ in moved
    }


def _rules(model: Model) -> dict[str, Shape]:
    """Each line and link: whose it is ("" for a link), what it says, and its weight."""
    links: dict[str, Shape] = {
        link.id: {"party": "", "rule": write_expression(link.rule)} for link in model.links
    }
    return links | {
        line.id: {
            "party": line.party,
            "rejects" if line.rejects else "requires": write_expression(line.expression),
            "weight": number(Fraction(line.weight)),
        }
        for line in model.red_lines
    }


def _lines(lines: Lines) -> Shape:
    return {"came": list(lines.came), "went": list(lines.went), "changed": list(lines.changed)}


def _shift(shift: Shift) -> Shape:
    return {
        "rule": shift.rule,
        "party": shift.party,
        "before": shift.before and [number(value) for value in shift.before],
        "after": shift.after and [number(value) for value in shift.after],
        "change": _number(shift.gain),
    }


def _probe(found: Probe) -> Shape:
    return {
        "expression": write_expression(found.given),
        "link": found.link,
        "impossible": found.impossible,
        "excluded_by": list(found.excluded_by),
        "sides": [_side(side) for side in found.sides],
        "groups": [_side(group) for group in found.groups],
    }


def _side(side: Side) -> Shape:
    return {
        "name": side.name,
        "accepts": side.accepts,
        "packages": side.packages,
        "refused_by": [list(reason.lines) for reason in side.reasons],
    }


def _examined(found: Examined) -> Shape:
    return {
        **_verdict(found.verdict),
        "gains": [_gain(gain) for gain in found.gains],
        "gains_over_time": [
            {"from": _day(day), "gains": [_gain(gain) for gain in gains]}
            for day, gains in found.over_time
        ],
        "payments": [
            {**_payment(each.party), "bodies": [_payment(body) for body in each.bodies]}
            for each in found.payments
        ],
        "chance": found.chance
        and {
            "all": _number(found.chance.all),
            "parties": {one.name: _number(one.value) for one in found.chance.parties},
            "bodies": {one.name: _number(one.value) for one in found.chance.bodies},
        },
    }


def _verdict(verdict: Verdict) -> Shape:
    return {
        "package": dict(verdict.package),
        "ratified": verdict.stands,
        "refused_by": list(verdict.refused_by),
        "broken_links": list(verdict.broken_links),
        "objections": [
            {"name": one.name, "lines": list(one.lines), "below_no_deal": one.below_no_deal}
            for one in verdict.objections
        ],
    }


def _gain(gain: Gain) -> Shape:
    return {
        "name": gain.name,
        "worth": number(gain.worth),
        "no_deal": _number(gain.no_deal),
        "gain": number(gain.over_no_deal),
    }


def _payment(payment: Payment) -> Shape:
    return {
        "name": payment.name,
        "total": _number(payment.total),
        "paid": {name: number(price) for name, price in payment.paid},
        "reason": payment.reason,
    }


def _improvements(found: Improvements) -> Shape:
    return {
        "at_hand": _outcome(found.hand),
        "accepted": found.accepted,
        "refused": found.refused,
        "steps": [_step(step) for step in found.steps],
        "incomplete": list(found.incomplete),
    }


def _step(step: Step) -> Shape:
    return {
        **_outcome(step.outcome),
        "more": _numbers(step.more),
        "changed": dict(step.changed),
        "best": step.best,
        "refused_by": list(step.refused_by),
    }


def _outcome(outcome: Outcome) -> Shape:
    return {"package": dict(outcome.package), "points": _numbers(outcome.points)}


def _divided(found: Divided) -> Shape:
    return {
        "parties": list(found.parties),
        "points": [number(points) for points in found.points],
        "exact": [str(points) for points in found.points],
        "shares": {share.issue.issue: str(share.first) for share in found.shares},
        "alike": dict(found.alike),
        "whole": [_verdict(verdict) for verdict in found.whole],
    }


def _logroll(found: Logroll) -> Shape:
    return {
        "parties": list(found.parties),
        "alike": dict(found.alike),
        "stakes": {
            each.issue: [number(stake) for stake in each.stakes] for each in found.contested
        },
        "trades": [
            {
                "gets": list(trade.gets),
                "gives": list(trade.gives),
                "gains": [number(gain) for gain in trade.gains],
                "others": _numbers(trade.others),
            }
            for trade in found.trades
        ],
    }


def _durability(found: DurabilityAnswer) -> Shape:
    return {
        "not_checked": found.not_checked,
        "packages": [
            {
                "package": dict(one.package),
                "state": one.state,
                "verdict": one.verdict,
                "stable": list(one.stable),
                "parties": {
                    each.party: {"stable": list(each.stable), "reasons": list(each.reasons)}
                    for each in one.parties
                },
                "rewrites": [
                    {
                        "parties": list(each.parties),
                        "changed": dict(each.changed),
                        "ratified": each.verdict.stands,
                        "refused_by": list(each.verdict.refused_by),
                    }
                    for each in one.rewrites
                ],
                "over_no_deal": {each.name: number(each.over_no_deal) for each in one.no_deal},
            }
            for one in found.checked
        ],
        "examined": list(found.examined),
        "assumptions": list(found.assumptions),
    }


def _margin(margin: Margin) -> Shape:
    return {
        "kind": margin.kind,
        "name": margin.name,
        "answer": margin.answer,
        "value": number(margin.value),
        "up": _number(margin.up),
        "down": _number(margin.down),
        "at_least": margin.at_least,
    }


def _stated(one: Stated) -> Shape:
    return {
        "name": one.name,
        "from": _day(one.since),
        "points": _number(one.points),
        "because": list(one.because),
    }


def _numbers(pairs: Iterable[tuple[str, Fraction]]) -> Shape:
    return {name: number(value) for name, value in pairs}


def _number(value: Fraction | None) -> int | float | None:
    return None if value is None else number(value)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
