"""Sentences to print beside the figures: what was taken for granted."""

from __future__ import annotations

from collections.abc import Iterator

from winset.model import Model
from winset.settlement.bargain.frontier import players
from winset.settlement.bargain.worth import no_deal_of
from winset.settlement.setting import Agent, Setting, mentions


def assumptions(model: Model, stage: Setting) -> tuple[str, ...]:
    """What the answer for this day rests on besides the model, in a fixed order."""
    return tuple(
        dict.fromkeys(
            [*_days(model, stage), *_actions(model, stage), *_silent(stage), *_worths(model, stage)]
        )
    )


def _days(model: Model, stage: Setting) -> Iterator[str]:
    spans = [each.span for held in (model.red_lines, model.links, model.no_deal) for each in held]
    if stage.day is None and any(span.start or span.end for span in spans):
        yield "no day is given: every line, link and worth of no deal counts, whatever its days"
    if model.states.impossible:
        yield "states.impossible is about states, not packages: a link would rule packages out"


def _actions(model: Model, stage: Setting) -> Iterator[str]:
    used = {name for _, names in mentions(stage.lines, stage.links) for name in names}
    held = ", ".join(
        f"{issue} = {stage.every_issue[issue].options[option]}"
        for issue, option in stage.fixed.items()
        if issue in used
    )
    if held:
        yield f"actions are judged as the status quo has them: {held}"
    if len(stage.issues) == len(model.issues) and not any(i.is_term for i in model.issues):
        yield "no issue is changed by agreement (`by` with several names): packages are made of all"


def _silent(stage: Setting) -> Iterator[str]:
    names = tuple(_accepting_all(stage))
    if names:
        verb = "has" if len(names) == 1 else "have"
        yield (
            f"{', '.join(names)} {verb} no red lines in force and no worth of no deal to compare: "
            f"{'it accepts' if len(names) == 1 else 'they accept'} all"
        )


def _accepting_all(stage: Setting) -> Iterator[str]:
    """Parties, or factions of parties that judge, which nothing can make refuse."""
    for party in stage.parties:
        own = [agent for agent in stage.agents if _belongs(agent, party.id)]
        if not any(agent.judges for agent in own):
            yield party.id
            continue
        for agent in own:
            if agent.name != party.id and not agent.judges:
                yield agent.name


def _belongs(agent: Agent, party: str) -> bool:
    return agent.name == party or agent.name.startswith(f"{party}.")


def _worths(model: Model, stage: Setting) -> Iterator[str]:
    seated = players(stage)
    if not seated:
        yield "no party has points: there is no frontier and no fair point"
    unstated = [player.party for player in seated if player.worth.no_deal is None]
    if unstated:
        yield f"no worth of no deal is stated for {', '.join(unstated)}: gains are counted from 0"
    for agent in stage.agents:
        if agent.worth is None and no_deal_of(model, agent.name, stage.day):
            yield f"{agent.name} has no points: its worth of no deal is not used"
