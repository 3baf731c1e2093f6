"""The decisions: proposed, confirmed, answered, announced. They are counted by themselves at their deadline."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from webapp.demo.content.shapes import Acknowledgement, Decision, Position
from webapp.demo.loader.stage import Act, Stage
from webapp.features.decisions import service
from webapp.features.decisions.rules.answers import Answer
from webapp.features.decisions.rules.proposals import Proposal
from webapp.features.decisions.rules.transitions import DecisionKind, SubjectKind


def acts(stage: Stage) -> Iterator[Act]:
    """Everything that people do in decisions."""
    for decision in stage.content.decisions:
        yield Act(stage.moment(decision.proposed), partial(_propose, decision=decision))
        yield Act(stage.moment(decision.opened), partial(_confirm, decision=decision))
        for position in decision.positions:
            taking = partial(_take_position, decision=decision, position=position)
            yield Act(stage.moment(position.at), taking)
        for one in decision.acknowledgements:
            yield Act(stage.moment(one.at), partial(_acknowledge, decision=decision, acknowledgement=one))
        if decision.announced is not None:
            yield Act(stage.moment(decision.announced), partial(_announce, decision=decision))


def _propose(stage: Stage, decision: Decision) -> None:
    proposal = Proposal(
        kind=DecisionKind(decision.kind),
        subject_kind=SubjectKind.ELEMENT,
        subject_id=stage.became.elements[decision.element],
        question=decision.question,
        rule_key=decision.rule,
        closes_at=stage.moment(decision.closes),
    )
    row = service.propose(stage.work, stage.actor(decision.proposed_by), stage.became.initiative, proposal)
    assert row.revision_id == stage.became.revisions[decision.revision]
    stage.became.decisions[decision.key] = row.id


def _confirm(stage: Stage, decision: Decision) -> None:
    service.confirm(stage.work, stage.actor(decision.confirmed_by), stage.became.decisions[decision.key])


def _take_position(stage: Stage, decision: Decision, position: Position) -> None:
    answer = Answer(position.option, position.reason or "")
    service.take_position(stage.work, stage.actor(position.by), stage.became.decisions[decision.key], answer)


def _acknowledge(stage: Stage, decision: Decision, acknowledgement: Acknowledgement) -> None:
    service.acknowledge(stage.work, stage.actor(acknowledgement.by), stage.became.decisions[decision.key])


def _announce(stage: Stage, decision: Decision) -> None:
    assert decision.announced_by is not None
    service.announce(stage.work, stage.actor(decision.announced_by), stage.became.decisions[decision.key])
