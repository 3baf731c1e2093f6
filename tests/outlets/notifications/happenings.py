"""Things that happen, one of each kind that somebody is told of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.review.text import TextUnderReview, make_text
from tests.outlets.notifications.account_happenings import account_events
from webapp import reactions
from webapp.base.access import spaces
from webapp.base.access.actor import Capacity
from webapp.base.kernel import clock
from webapp.base.kernel.db import Base, db
from webapp.base.kernel.events import Event
from webapp.base.kernel.happened import Happened, read_happened
from webapp.base.kernel.journal import SITE_CHAIN, JournalLeaf
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.kernel.visibility import audience_of
from webapp.features.decisions import events as decided
from webapp.features.decisions.models import Decision, Elector
from webapp.features.drafting import events as drafted
from webapp.features.participants.events import Invited
from webapp.features.participants.models import Invitation
from webapp.features.people.events import AdministratorCreated, ResetRequested
from webapp.features.people.models import OneTimeLink
from webapp.features.review import events as reviewed
from webapp.features.review.models import Comment, Contribution, DraftComment, Round
from webapp.outlets.notifications.models import Delivery

HASH = "a" * 64
DAY = dt.timedelta(days=1)
INVITED = "new.person@elsewhere.example"


@dataclass(frozen=True)
class Stage:
    """What exists before anything happens."""

    cast: Cast
    now: dt.datetime
    text: TextUnderReview
    round_id: str
    comment_id: str
    silence_id: str
    link_id: str
    invitation_id: str

    @property
    def closes_at(self) -> dt.datetime:
        """The end of the round and of the silence procedure."""
        return self.now + 3 * DAY


def set_stage(cast: Cast) -> Stage:
    """A round that is open, a comment in it, a text under silence, a link, an invitation."""
    text = make_text(cast)
    with unit_of_work() as work:
        session, now = work.session, work.now()
        round_id = _add(session, _round(cast, text, now))
        return Stage(
            cast,
            now,
            text,
            round_id,
            _comment(session, cast, round_id, now),
            _silence(session, cast, text, now),
            _add(
                session, OneTimeLink(person_id=cast.people["outsider"], created_at=now, expires_at=now + DAY)
            ),
            _add(session, _invitation(cast, now)),
        )


def events(stage: Stage) -> list[Event]:
    """One event of each kind that somebody is told of."""
    cast = stage.cast
    here, decision, round_ = cast.initiative_id, stage.silence_id, stage.round_id
    mwuf = cast.delegations["MWUF"]
    of_round = {"initiative_id": here, "object_id": round_}
    of_decision: dict[str, Any] = {"initiative_id": here, "object_id": decision}
    revision = {
        "initiative_id": here,
        "object_id": stage.text.revision_id,
        "instrument_id": "i",
        "label": "Rev.1",
    }
    return [
        AdministratorCreated(initiative_id=None, object_id=cast.people["outsider"], link_id=stage.link_id),
        ResetRequested(initiative_id=None, object_id=cast.people["outsider"], link_id=stage.link_id),
        *account_events(cast.people["outsider"], cast.people["administrator"]),
        Invited(initiative_id=here, object_id=stage.invitation_id, delegation_id=mwuf, role="delegate"),
        opened(stage),
        reviewed.ReminderDue(**of_round, step="half_time", told="delegations", closes_at=stage.closes_at),
        reviewed.ReminderDue(**of_round, step="hour_before", told="secretariat", closes_at=stage.closes_at),
        handed_in(stage),
        reviewed.RoundClosed(
            **of_round, number=2, title="R", closes_at=stage.closes_at, contributions=1, comments=1
        ),
        reviewed.RoundConcluded(**of_round, number=2, title="R", comments=1, dispositions=()),
        reviewed.CommentAnswered(
            initiative_id=here,
            object_id=stage.comment_id,
            round_id=round_,
            register_number="R2/MWUF/001",
            disposition="accepted",
            reason="It says so now.",
            earlier=None,
        ),
        drafted.RevisionProposed(**revision, hash=HASH, acknowledged=()),
        drafted.RevisionIssued(**revision, ordinal=1, symbol="MAC/1/Rev.1", hash=HASH),
        decided.Proposed(
            **of_decision, number=1, kind="silence", question="Q", rule_key="k", closes_at=stage.closes_at
        ),
        silence_placed(stage),
        decided.ReminderDue(**of_decision, step="half_time", told="delegations", closes_at=stage.closes_at),
        decided.ReminderDue(**of_decision, step="hour_before", told="secretariat", closes_at=stage.closes_at),
        decided.DeadlineMoved(
            **of_decision,
            before=stage.closes_at,
            after=stage.closes_at + DAY,
            reason="One member was not reached.",
            by_rule=True,
            unreached=("MAR",),
        ),
        decided.SilenceBroken(
            **of_decision, code="MAR", delegation_name="Marenga", reason="Too wide.", concerns=()
        ),
        decided.Closed(
            **of_decision,
            number=1,
            kind="silence",
            ended="deadline",
            result="passed",
            closes_at=stage.closes_at,
            record_hash=HASH,
            outcome_hash=HASH,
        ),
        decided.Announced(**of_decision, number=1, result="passed"),
        decided.Withdrawn(**of_decision, number=1, reason="The text changed."),
        decided.ChairsMustDecide(**of_decision, number=1, unreached=("MAR",)),
        decided.ActProposed(**of_decision, act="withdraw", reason="The text changed."),
        decided.LateObjectionReceived(
            **of_decision, code="MAR", delegation_name="Marenga", statement_id="s", reason="Too wide."
        ),
    ]


def opened(stage: Stage) -> reviewed.RoundOpened:
    """The round opened."""
    return reviewed.RoundOpened(
        initiative_id=stage.cast.initiative_id,
        object_id=stage.round_id,
        number=2,
        title="Second <reading>",
        revision_id=stage.text.revision_id,
        opens_at=stage.now,
        attribution="full",
        closes_at=stage.closes_at,
    )


def handed_in(stage: Stage) -> reviewed.ContributionHandedIn:
    """The migrant workers' union handed in."""
    return reviewed.ContributionHandedIn(
        initiative_id=stage.cast.initiative_id,
        object_id="contribution1",
        delegation_id=stage.cast.delegations["MWUF"],
        round_id=stage.round_id,
        version=1,
        hash=HASH,
        register_numbers=("R2/MWUF/001",),
    )


def silence_placed(stage: Stage) -> decided.Opened:
    """The text was placed under silence."""
    return decided.Opened(
        initiative_id=stage.cast.initiative_id,
        object_id=stage.silence_id,
        number=1,
        kind="silence",
        question="Shall principle 1 be agreed?",
        rule_key="silence",
        text_hash=HASH,
        provision_ids=stage.text.provisions,
        electorate=("MWUF",),
        closes_at=stage.closes_at,
    )


def happen(stage: Stage, event: Event, by: str = "chair_phl") -> Happened:
    """Write the event into the journal, as a service would."""
    capacity = Capacity(stage.cast.people[by], by, "co_chair")
    with unit_of_work() as work:
        work.record(capacity, event)
    chain = event.initiative_id or SITE_CHAIN
    session = db.session()
    last = session.scalar(select(func.max(JournalLeaf.sequence)).where(JournalLeaf.chain == chain))
    assert last is not None
    found = read_happened(session, chain, last)
    db.session.remove()
    return found


def react() -> None:
    """Run every reaction that is due."""
    for outbox_id in reactions.due(db.session(), clock.now(db.session())):
        reactions.react(outbox_id)


def deliveries(happened: Happened | None = None, channel: str | None = None) -> list[Delivery]:
    """The deliveries, of one event and channel if asked."""
    statement = select(Delivery).order_by(Delivery.created_at, Delivery.id)
    if happened is not None:
        statement = statement.where(Delivery.chain == happened.chain, Delivery.sequence == happened.sequence)
    if channel is not None:
        statement = statement.where(Delivery.channel == channel)
    with Session(db.engine) as session:
        return list(session.scalars(statement))


def told(stage: Stage, rows: list[Delivery]) -> set[str]:
    """Who is told, by their names in the cast."""
    names = {person_id: name for name, person_id in stage.cast.people.items()}
    return {names[row.person_id] for row in rows if row.person_id is not None}


def _add(session: Session, row: Base) -> str:
    session.add(row)
    session.flush()
    return str(row.id)  # type: ignore[attr-defined]


def _round(cast: Cast, text: TextUnderReview, now: dt.datetime) -> Round:
    return Round(
        initiative_id=cast.initiative_id,
        instrument_id=text.instrument_id,
        revision_id=text.revision_id,
        number=2,
        title="Second <reading>",
        state="open",
        opens_at=now - DAY,
        closes_at=now + 3 * DAY,
        opened_at=now - DAY,
    )


def _comment(session: Session, cast: Cast, round_id: str, now: dt.datetime) -> str:
    delegation_id, author_id = cast.delegations["MWUF"], cast.people["delegate_mwuf"]
    audience_id = audience_of(session, [spaces.of_delegation(delegation_id)])
    written = {"kind": "general", "body": "Say who.", "language": "en", "audience_id": audience_id}
    contribution_id = _add(session, Contribution(round_id=round_id, delegation_id=delegation_id))
    draft = DraftComment(
        round_id=round_id,
        delegation_id=delegation_id,
        author_id=author_id,
        created_at=now,
        changed_at=now,
        **written,
    )
    comment = Comment(
        round_id=round_id,
        contribution_id=contribution_id,
        delegation_id=delegation_id,
        draft_id=_add(session, draft),
        author_id=author_id,
        number=1,
        register_number="R2/MWUF/001",
        handed_in_at=now,
        **written,
    )
    return _add(session, comment)


def _silence(session: Session, cast: Cast, text: TextUnderReview, now: dt.datetime) -> str:
    decision = Decision(
        initiative_id=cast.initiative_id,
        instrument_id=text.instrument_id,
        revision_id=text.revision_id,
        number=1,
        kind="silence",
        state="open",
        subject_kind="instrument",
        provision_ids=list(text.provisions),
        question="Shall principle 1 be agreed?",
        rule_key="silence",
        rule={},
        text_hash=HASH,
        closes_at=now + 3 * DAY,
        proposed_at=now,
        opened_at=now,
    )
    decision_id = _add(session, decision)
    elector = Elector(
        decision_id=decision_id,
        delegation_id=cast.delegations["MWUF"],
        code="MWUF",
        name="Migrant Workers’ Union Federation",
        constituency="civil_society",
    )
    _add(session, elector)
    return decision_id


def _invitation(cast: Cast, now: dt.datetime) -> Invitation:
    return Invitation(
        initiative_id=cast.initiative_id,
        delegation_id=cast.delegations["MWUF"],
        seat_role="delegate",
        email=INVITED,
        name="Noor Vidal",
        created_at=now,
        expires_at=now + 14 * DAY,
    )
