"""The review rounds: planned, drafted, handed in, answered, concluded. Opening and closing come by themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from sqlalchemy import select

from webapp.demo.content.shapes import Comment, Contribution, Round
from webapp.demo.loader.stage import Act, Stage, one_after_another
from webapp.features.review import models, queries, service
from webapp.features.review.rules.contributions import block_hash
from webapp.features.review.service import CommentText

WRITING = dt.timedelta(minutes=11)
ANSWERING = dt.timedelta(minutes=17)


def acts(stage: Stage) -> Iterator[Act]:
    """Everything that people do in rounds."""
    for round_ in stage.content.rounds:
        yield Act(stage.moment(round_.planned), partial(_plan, round_=round_))
        for contribution in round_.contributions:
            yield from _writing(stage, round_, contribution)
            yield from _answering(stage, round_, contribution)
        if round_.concluded is not None:
            yield Act(stage.moment(round_.concluded), partial(_conclude, round_=round_))


def _writing(stage: Stage, round_: Round, contribution: Contribution) -> Iterator[Act]:
    moments = one_after_another(stage.moment(contribution.drafted), WRITING)
    for moment, comment in zip(moments, contribution.comments, strict=False):
        yield Act(moment, partial(_comment, round_=round_, comment=comment))
    yield Act(next(moments), partial(_covering_statement, round_=round_, contribution=contribution))
    if contribution.handed_in is not None:
        handing_in = partial(_hand_in, round_=round_, contribution=contribution)
        yield Act(stage.moment(contribution.handed_in), handing_in)


def _answering(stage: Stage, round_: Round, contribution: Contribution) -> Iterator[Act]:
    if contribution.answered is None:
        return
    moments = one_after_another(stage.moment(contribution.answered), ANSWERING)
    for moment, comment in zip(moments, contribution.comments, strict=False):
        yield Act(moment, partial(_answer, round_=round_, contribution=contribution, comment=comment))


def _plan(stage: Stage, round_: Round) -> None:
    row = service.plan_round(
        stage.work,
        stage.actor(round_.planned_by),
        stage.became.initiative,
        revision_id=stage.became.revisions[round_.revision],
        title=round_.title,
        opens_at=stage.moment(round_.opens),
        closes_at=stage.moment(round_.closes),
        attribution=round_.attribution,
    )
    stage.became.rounds[round_.number] = row.id


def _comment(stage: Stage, round_: Round, comment: Comment) -> None:
    service.add_comment(
        stage.work,
        stage.actor(comment.author),
        stage.became.rounds[round_.number],
        CommentText(
            provision_id=stage.became.provisions[comment.provision] if comment.provision else None,
            kind=comment.kind,
            body=comment.body,
            language=comment.language,
            words=comment.words,
        ),
    )


def _covering_statement(stage: Stage, round_: Round, contribution: Contribution) -> None:
    if not contribution.covering_statement:
        return
    author = contribution.handed_in_by or contribution.comments[0].author
    round_id = stage.became.rounds[round_.number]
    own = queries.own_contribution(
        stage.session, stage.actor(author), queries.round_(stage.session, stage.became.initiative, round_id)
    )
    service.save_statement(
        stage.work,
        stage.actor(author),
        round_id,
        contribution.covering_statement,
        version=own.version if own else 1,
    )


def _hand_in(stage: Stage, round_: Round, contribution: Contribution) -> None:
    assert contribution.handed_in_by is not None
    actor, round_id = stage.actor(contribution.handed_in_by), stage.became.rounds[round_.number]
    row = queries.round_(stage.session, stage.became.initiative, round_id)
    seen = block_hash(queries.draft_block(stage.session, actor, row))
    service.hand_in(stage.work, actor, round_id, seen_hash=seen)


def _answer(stage: Stage, round_: Round, contribution: Contribution, comment: Comment) -> None:
    assert contribution.answered_by is not None
    assert comment.answer is not None
    row = stage.session.scalars(
        select(models.Comment).where(
            models.Comment.round_id == stage.became.rounds[round_.number],
            models.Comment.delegation_id == stage.became.delegations[contribution.delegation],
            models.Comment.body == comment.body,
        )
    ).one()
    service.answer(
        stage.work,
        stage.actor(contribution.answered_by),
        row.id,
        disposition=comment.answer.disposition,
        reason=comment.answer.reason,
        version=row.version,
    )


def _conclude(stage: Stage, round_: Round) -> None:
    assert round_.concluded_by is not None
    service.conclude_round(stage.work, stage.actor(round_.concluded_by), stage.became.rounds[round_.number])
