"""Answers to what-if questions: the sentences first, then what stands behind them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

import click

from winset.cli.screen import any_number, entry, heading, print_json, say
from winset.cli.show_comparison import show_differences
from winset.cli.show_lines import show_line
from winset.cli.show_margins import show_margins
from winset.cli.show_packages import show_grid
from winset.cli.show_settlement import given_up, show_list, show_words
from winset.cli.show_trading import show_divided, show_durability, show_logrolls
from winset.report.evidence import gather
from winset.report.grids import signed
from winset.report.words import (
    Names,
    amount,
    counted,
    day_words,
    figure,
    listed,
    names_of,
    number_word,
    phrase,
)
from winset.settlement.bargain.payments import Payment
from winset.settlement.results import Block, Settlement
from winset.settlement.what_if.chances import INDEPENDENCE
from winset.settlement.what_if.improving import Improvements, Step
from winset.settlement.what_if.no_deal import Gain
from winset.settlement.what_if.probing import Probe, Side
from winset.workbench.analysis import SettlementAnswer
from winset.workbench.probing import Examined, Reply
from winset.workbench.probing_shapes import reply_shape
from winset.workbench.sheets import sheet

_MOST_STEPS = 12


def show_reply(reply: Reply, as_json: bool) -> None:
    """Print the answer to every question that was asked; the whole settlement where it changed."""
    with any_number():
        if as_json:
            print_json(reply_shape(reply))
        else:
            _show_words(reply)


def show_sheet(reply: Reply, kind: str) -> None:
    """Print one kind of thing as CSV, with a head; nothing where there is none."""
    with any_number():
        lines = StringIO(newline="")
        csv.writer(lines).writerows(sheet(reply, kind))
        click.echo(lines.getvalue(), nl=False)


def _show_words(reply: Reply) -> None:
    model = reply.chosen.model
    names = names_of(reply.chosen.record, [model, reply.original])
    if reply.compared is not None:
        say("What the change does")
        show_differences(reply.compared, (reply.original, model), names, ("before", "after"))
        heading("The settlement after it")
    elif reply.asked and reply.probe is None:
        say(model.title or reply.chosen.version.name)
    if reply.probe is not None:
        say(model.title or reply.chosen.version.name)
        _show_probe(reply, reply.probe, names)
    elif reply.compared is not None or not reply.asked:
        show_words(SettlementAnswer(reply.chosen, reply.found))
    if reply.improvements is not None:
        _show_improvements(reply.improvements, names)
    if reply.examined is not None:
        _show_examined(reply.examined, names)
    if reply.divided is not None:
        show_divided(reply.divided, names)
    show_logrolls(reply.logrolls, names)
    if reply.durability is not None:
        show_durability(reply.durability, names)
    if reply.margins is not None:
        show_margins(reply.margins)


def _show_probe(reply: Reply, probe: Probe, names: Names) -> None:
    said = phrase(probe.given, names)
    when = f"On {day_words(reply.day)}" if reply.day else "With every line, whatever its days"
    say(*_verdict(probe, said, when, names))
    if probe.impossible:
        return
    _show_reasons(reply, probe, names)
    new = [block for block in probe.found.blocks if probe.link in block.links]
    old = len(probe.found.blocks) - len(new)
    for block in new:
        if len({_owner(reply, line) for line in block.lines}) > 1:
            heading(f"With it, {listed(block.lines)} cannot stand together")
    if old or probe.found.openings:
        heading("What else it would take")
    if old:
        verb = "stands" if old == 1 else "stand"
        say(f"{counted(old, 'block').capitalize()} {verb} in the way whether it is given or not.")
    if probe.found.openings:
        say(f"The cheapest way to it: {given_up(probe.found.openings[0])}.")
    show_list("Not complete", probe.found.incomplete)


def _verdict(probe: Probe, said: str, when: str, names: Names) -> Iterator[str]:
    found = probe.found
    if probe.impossible:
        why = "the links leave no such package"
        if probe.excluded_by:
            why = f"the {_links(probe.excluded_by)} rules it out"
        yield f"{when}, no settlement can have “{said}”: {why}."
        return
    single = found.packages == 1
    which = f"the one package with “{said}”" if single else f"of {_many(found)} with “{said}”"
    if single:
        yield f"{when}, {which} is {'' if found.is_open else 'not '}acceptable to every side."
    else:
        some = "none" if not found.is_open else _some(found.zone, found.packages)
        verb = "is" if some in ("none", "one") else "are"
        yield f"{when}, {which}, {some} {verb} acceptable to every side."
    for side in probe.sides:
        yield _side(side, found.packages, names)
    if not found.is_open and all(side.accepts for side in probe.sides):
        yield "Each side could accept some of them, but no package suits all: their lines collide."


def _many(found: Settlement) -> str:
    return f"{figure(found.packages)} packages" if found.packages is not None else "the packages"


def _some(count: int | None, of: int | None) -> str:
    if count is None:
        return "some"
    return "all of them" if count == of else number_word(count)


def _side(side: Side, of: int | None, names: Names) -> str:
    name, them = names.party(side.name), "it" if of == 1 else "all of them"
    if not side.accepts:
        return f"{name} refuses {them}, {_grounds(side.reasons)}."
    if of == 1:
        return f"{name} could accept it."
    some = "some of them" if side.packages is None else _some(side.packages, of)
    return f"{name} could accept {some}."


def _grounds(reasons: Sequence[Block]) -> str:
    """By which lines everything is refused: each minimal set of them."""
    if not reasons or not reasons[0].lines:
        return "whatever its red lines: no deal is worth more to it"
    sets = [
        f"{listed(reason.lines)}" + (" together" if len(reason.lines) > 1 else "")
        for reason in reasons[:6]
    ]
    more = f" (and {len(reasons) - 6} more sets of lines)" if len(reasons) > 6 else ""
    return f"because of {listed(sets, 'and again because of')}{more}"


def _show_reasons(reply: Reply, probe: Probe, names: Names) -> None:
    """Groups that refuse on their own account, then every line that refuses, with its evidence."""
    against = [group for group in probe.groups if not group.accepts]
    if against:
        heading("Groups that refuse all of them, were it theirs to decide")
    for group in against:
        entry(f"{names.party(group.name)}, {_grounds(group.reasons)}")
    lines = dict.fromkeys(
        line for side in (*probe.sides, *against) for one in side.reasons for line in one.lines
    )
    if lines:
        heading("The lines that refuse it")
    answer, evidence = SettlementAnswer(reply.chosen, reply.found), gather(reply.chosen.record)
    for line in lines:
        show_line(answer.line(line), names, evidence, again=False)


def _show_improvements(found: Improvements, names: Names) -> None:
    heading("Better for one side and no worse for any other")
    if found.accepted == found.refused == 0:
        say("No package is: the one at hand lies on the frontier of all that the links allow.")
        return
    if found.accepted is None:
        say("Some packages that all could accept are; there are too many to count them.")
    elif found.accepted:
        say(f"{counted(found.accepted, 'package').capitalize()} all could accept.")
    else:
        size = "some" if found.refused is None else counted(found.refused, "package")
        say(f"None that all could accept; {size} somebody refuses.")
    steps = found.steps[:_MOST_STEPS]
    for number, step in enumerate(steps, 1):
        entry(f"{number}. {_step(step, names)}")
    if len(found.steps) > len(steps):
        entry(f"… and {len(found.steps) - len(steps)} more; --json lists them.")
    show_list("Not complete", found.incomplete)


def _step(step: Step, names: Names) -> str:
    changes = [
        f"{names.issue(issue)}: {names.option(issue, option)}" for issue, option in step.changed
    ]
    gains = [f"{names.party(party)} {signed(more)}" for party, more in step.more]
    tail = "; no other of these betters it" if step.best else ""
    refused = f"; refused by {listed([names.party(p) for p in step.refused_by])}"
    return f"{'; '.join(changes)} ({', '.join(gains)}){tail}{refused if step.refused_by else ''}"


def _show_examined(found: Examined, names: Names) -> None:
    heading("The package in question")
    show_grid([found.verdict.package], (), names)
    if found.verdict.broken_links:
        say(f"No settlement can be this: it breaks the {_links(found.verdict.broken_links)}.")
    elif found.verdict.stands:
        say("Every side ratifies it.")
    else:
        say(f"It is not ratified by {listed([names.party(p) for p in found.verdict.refused_by])}.")
    for objection in found.verdict.objections:
        why = [f"violates {listed(objection.lines)}"] if objection.lines else []
        why += ["is worth less than no deal"] if objection.below_no_deal else []
        entry(f"{names.party(objection.name)} refuses: it {' and '.join(why)}")
    _show_gains(found, names)
    _show_payments(found, names)
    _show_chance(found, names)


def _show_gains(found: Examined, names: Names) -> None:
    if found.gains:
        heading("What it is worth")
    for gain in found.gains:
        entry(f"{names.party(gain.name)}: {_gain(gain)}")
    if len(found.over_time) > 1:
        heading("What it gains over no deal, from day to day")
        for day, gains in found.over_time:
            since = f"from {day_words(day)}" if day else "at first"
            told = [f"{names.party(one.name)} {signed(one.over_no_deal)}" for one in gains]
            entry(f"{since}: {', '.join(told)}")


def _gain(gain: Gain) -> str:
    if gain.no_deal is None:
        return f"{amount(gain.worth)}; no worth of no deal is stated"
    return f"{amount(gain.worth)}, no deal {amount(gain.no_deal)}: {signed(gain.over_no_deal)}"


def _show_payments(found: Examined, names: Names) -> None:
    asked = [each for each in found.payments if each.party.total != 0]
    if not asked:
        return
    heading("What ratification would take, in points")
    for each in asked:
        entry(f"{names.party(each.party.name)}: {_payment(each.party, names)}")
        for body in each.bodies:
            entry(f"{names.party(body.name)}: {_payment(body, names)}", 4)
    say("A payment makes up what a member lacks of its worth of no deal; a red line has no price.")


def _payment(payment: Payment, names: Names) -> str:
    if payment.total is None:
        return payment.reason or "no payment would do: red lines stand against it"
    paid = [f"{names.party(name)} {amount(price)}" for name, price in payment.paid]
    return f"{amount(payment.total)} at least" + (f" ({', '.join(paid)})" if paid else "")


def _show_chance(found: Examined, names: Names) -> None:
    if found.chance is None:
        return
    heading("Chance of ratification")
    for one in (*found.chance.parties, *found.chance.bodies):
        shown = one.reason if one.value is None else f"{float(one.value):.1%} ({one.value})"
        entry(f"{names.party(one.name)}: {shown}")
    if found.chance.all is not None:
        entry(f"All together: {float(found.chance.all):.1%} ({found.chance.all})")
    say(f"Assumption: {INDEPENDENCE}.")


def _links(names: Sequence[str]) -> str:
    return f"{'link' if len(names) == 1 else 'links'} {listed(names)}"


def _owner(reply: Reply, line: str) -> str:
    return SettlementAnswer(reply.chosen, reply.found).line(line).party.split(".")[0]
