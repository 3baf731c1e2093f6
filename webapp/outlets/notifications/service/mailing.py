"""Claiming mails before they are sent, and settling what became of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select, update

from webapp.base.kernel.unit_of_work import Work
from webapp.features.decisions import service as decisions
from webapp.outlets.notifications import rules
from webapp.outlets.notifications.catalogue import CATALOGUE
from webapp.outlets.notifications.models import Delivery
from webapp.outlets.notifications.rules import Channel, DeliveryState

PROVING = frozenset(row.notice for rows in CATALOGUE.values() for row in rows if row.proves)


class Result(StrEnum):
    """What the attempt to send a mail came to."""

    ACCEPTED = "accepted"
    """By the server that we hand mail to."""
    LATER = "later"
    """Not this time: the server said so, or could not be reached."""
    REFUSED = "refused"
    """For good."""
    UNTRIED = "untried"
    """There was no time left."""
    SUPPRESSED = "suppressed"
    """Nobody is to be told any more."""


@dataclass(frozen=True)
class Claim:
    """A mail that is being sent. `attempt` tells this claim from earlier and later ones of the same mail."""

    delivery_id: str
    attempt: int


@dataclass(frozen=True)
class Outcome:
    """What became of a claim, with the reason in words where it was not accepted."""

    claim: Claim
    result: Result
    reason: str | None = None


def claim(work: Work, limit: int) -> list[Claim]:
    """Take mails that are due, oldest first; nobody else sends them until they are settled."""
    now = work.now()
    due = (
        select(Delivery.id)
        .where(
            Delivery.channel == Channel.MAIL,
            Delivery.state == DeliveryState.WAITING,
            Delivery.due_at <= now,
        )
        .order_by(Delivery.due_at, Delivery.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    identifiers = list(work.session.scalars(due))
    if not identifiers:
        return []
    # The condition on the state decides who has a mail; a row that another claimed meanwhile is not returned.
    taken = work.session.execute(
        update(Delivery)
        .where(Delivery.id.in_(identifiers), Delivery.state == DeliveryState.WAITING)
        .values(state=DeliveryState.CLAIMED.value, claimed_at=now, attempts=Delivery.attempts + 1)
        .returning(Delivery.id, Delivery.attempts)
        .execution_options(synchronize_session=False)
    )
    return [Claim(identifier, attempt) for identifier, attempt in taken]


def settle(work: Work, outcomes: Sequence[Outcome]) -> None:
    """Write what became of the claims. A claim that was returned meanwhile is left as it is."""
    by_id = {outcome.claim.delivery_id: outcome for outcome in outcomes}
    statement = (
        select(Delivery)
        .where(Delivery.id.in_(by_id), Delivery.state == DeliveryState.CLAIMED)
        .order_by(Delivery.id)
        .with_for_update()
    )
    rows = list(work.session.scalars(statement))
    now = work.now()
    # By decision, since noting the proof locks it: two who settle side by side lock decisions in the same order.
    for row in sorted(rows, key=_matter_of):
        outcome = by_id[row.id]
        if row.attempts == outcome.claim.attempt:
            _settle_one(row, outcome, now)
            _note_proof(work, row, outcome, now)


def return_stale(work: Work) -> None:
    """Give back what somebody claimed and, having been killed, never settled."""
    now = work.now()
    work.session.execute(
        update(Delivery)
        .where(Delivery.state == DeliveryState.CLAIMED, Delivery.claimed_at < now - rules.STALE_AFTER)
        .values(state=DeliveryState.WAITING.value, due_at=now, claimed_at=None)
        .execution_options(synchronize_session=False)
    )


def postpone_waiting(work: Work) -> None:
    """Let every mail that is due wait a little, since the server cannot be reached for any of them."""
    now = work.now()
    work.session.execute(
        update(Delivery)
        .where(
            Delivery.channel == Channel.MAIL,
            Delivery.state == DeliveryState.WAITING,
            Delivery.due_at <= now,
        )
        .values(due_at=now + rules.FIRST_WAIT)
        .execution_options(synchronize_session=False)
    )


def _matter_of(row: Delivery) -> str:
    return str(row.facts["object_id"])


def _settle_one(row: Delivery, outcome: Outcome, now: dt.datetime) -> None:
    row.claimed_at = None
    row.reason = outcome.reason
    if outcome.result is Result.UNTRIED:
        row.state, row.due_at = DeliveryState.WAITING, now
        return
    if outcome.result is Result.LATER and now < row.give_up_at:
        row.state, row.due_at = DeliveryState.WAITING, now + rules.wait_after(row.attempts)
        return
    row.settled_at = now
    row.state = {
        Result.ACCEPTED: DeliveryState.SENT,
        Result.SUPPRESSED: DeliveryState.SUPPRESSED,
    }.get(outcome.result, DeliveryState.FAILED)


def _note_proof(work: Work, row: Delivery, outcome: Outcome, now: dt.datetime) -> None:
    """Let the decision know whether its notice reached the person."""
    if row.notice not in PROVING or row.person_id is None:
        return
    decision_id = _matter_of(row)
    if row.state == DeliveryState.SENT:
        decisions.note_mail_accepted(work, decision_id, row.person_id, now)
    elif row.state == DeliveryState.FAILED:
        decisions.note_mail_refused(work, decision_id, row.person_id, now, outcome.reason or "")
