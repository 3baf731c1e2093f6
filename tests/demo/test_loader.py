from __future__ import annotations

import datetime as dt
from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.base.kernel import clock
from webapp.base.kernel.journal import JournalLeaf
from webapp.base.kernel.outbox import OutboxRow
from webapp.base.kernel.settings import current_settings
from webapp.base.web.filters import byline_words
from webapp.demo import mailbox, moving
from webapp.demo.content import DEMO
from webapp.demo.loader import load
from webapp.features.decisions.models import Decision, Notice, Position
from webapp.features.initiatives.models import Initiative
from webapp.features.instruments import queries as instruments
from webapp.features.instruments.models import Provision, Revision
from webapp.features.instruments.rules.enums import Phase
from webapp.features.participants import queries as participants
from webapp.features.participants.models import Delegation, SeatRow
from webapp.features.people import queries as people
from webapp.features.people.models import Person
from webapp.features.responsibilities.queries import matrix_of
from webapp.features.responsibilities.rules import GapKind
from webapp.features.review import queries as review
from webapp.features.review.models import Comment, Contribution, Round
from webapp.outlets.audit import queries as journal
from webapp.outlets.audit.rules import verify
from webapp.outlets.notifications.models import Delivery


def count(session: Session, model: type) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_loading_a_second_time_changes_nothing(demo: Session) -> None:
    before = [count(demo, model) for model in (JournalLeaf, Person, Delivery, OutboxRow)]
    mails = mailbox.names(mailbox.folder_of(current_settings()))
    assert not load()
    assert [count(demo, model) for model in (JournalLeaf, Person, Delivery, OutboxRow)] == before
    assert mailbox.names(mailbox.folder_of(current_settings())) == mails


def test_the_clock_is_back_in_the_present_and_nothing_happened_after_it(demo: Session) -> None:
    assert moving.moved_by(demo) == dt.timedelta()
    moments = demo.scalars(select(JournalLeaf.at).order_by(JournalLeaf.chain, JournalLeaf.sequence)).all()
    assert max(moments) < clock.now(demo)
    assert min(moments) < clock.now(demo) - dt.timedelta(days=60)


def test_the_journal_goes_on_in_time_and_verifies(demo: Session) -> None:
    for chain in journal.chains(demo):
        entries = journal.entries(demo, chain)
        moments = demo.scalars(
            select(JournalLeaf.at).where(JournalLeaf.chain == chain).order_by(JournalLeaf.sequence)
        ).all()
        assert list(moments) == sorted(moments)
        assert verify(entries, {}).fault is None


def test_two_revisions_are_issued_and_the_second_has_the_words_of_the_content(demo: Session) -> None:
    of_principles = Revision.symbol.startswith("MAC/VP/")
    revisions = demo.scalars(select(Revision).where(of_principles).order_by(Revision.ordinal)).all()
    assert [row.symbol for row in revisions] == ["MAC/VP/1", "MAC/VP/1/Rev.1"]
    for row, content in zip(revisions, DEMO.instrument.revisions, strict=True):
        snapshot = instruments.snapshot_of(row)
        assert [[one.text for one in element.provisions] for element in snapshot.elements] == [
            [one.text for one in element.provisions] for element in content.elements
        ]


def test_the_matrix_has_gaps_of_both_kinds_and_an_overlap(demo: Session) -> None:
    revision = demo.scalars(select(Revision).order_by(Revision.ordinal.desc())).first()
    initiative = demo.scalar(select(Initiative.id))
    assert revision is not None
    assert initiative is not None
    matrix = matrix_of(demo, initiative, revision)
    found = {(gap.theme, gap.phase, gap.kind) for gap in matrix.gaps}
    assert found >= {
        ("Data protection", Phase.EMERGENCY_RESPONSE, GapKind.NOBODY),
        ("Consular help", Phase.EMERGENCY_RESPONSE, GapKind.ONLY_MAY),
    }
    assert "list who left" in {one.action for one in matrix.overlaps}


def test_round_one_is_concluded_with_every_comment_answered_and_round_two_is_open(demo: Session) -> None:
    first, second, _third = demo.scalars(select(Round).order_by(Round.number)).all()
    assert (first.state, second.state) == ("concluded", "open")
    assert review.unanswered(demo, first.id) == 0
    assert demo.scalar(select(func.count()).where(Comment.round_id == first.id)) == 138
    handed_in = select(func.count()).where(
        Contribution.round_id == second.id, Contribution.handed_in_at.is_not(None)
    )
    assert demo.scalar(handed_in) == 4


def test_round_three_names_nobody_but_the_own_delegation(demo: Session) -> None:
    third = demo.scalars(select(Round).where(Round.number == 3)).one()
    assert (third.state, third.attribution) == ("concluded", "constituency")
    person = people.person_by_email(demo, "ines.okafor@workers-union.example")
    assert person is not None
    found = review.comments_of_round(demo, participants.actor_of(demo, person.id), third.id)
    assert Counter(byline_words(view.by) for view in found if view.is_own) == {
        "Migrant Workers’ Union Federation": 1
    }
    assert {str(view.by.name) for view in found if not view.is_own} == {"None"}
    assert len(found) == 6


def test_seven_comments_wait_for_the_unions_head_and_nobody_else_sees_them(demo: Session) -> None:
    second = demo.scalars(select(Round).where(Round.number == 2)).one()
    for email, seen in (("ines.okafor@workers-union.example", 7), ("jonas.weyer@iom.example", 0)):
        person = people.person_by_email(demo, email)
        assert person is not None
        assert len(review.drafts(demo, participants.actor_of(demo, person.id), second.id)) == seen


def test_principle_1_is_agreed_and_a_call_and_a_silence_procedure_run(demo: Session) -> None:
    decisions = demo.scalars(select(Decision).order_by(Decision.number)).all()
    assert Counter((row.kind, row.state, row.result) for row in decisions) == {
        ("call", "closed", "passed"): 1,
        ("call", "open", None): 1,
        ("silence", "open", None): 1,
    }
    agreed = decisions[0]
    assert agreed.announced_at is not None
    statuses = demo.scalars(select(Provision.status).where(Provision.id.in_(agreed.provision_ids))).all()
    assert set(statuses) == {"agreed"}
    carriers = demo.scalars(select(Delegation.id).where(Delegation.code == "CAP")).one()
    positions = select(Position.option).where(
        Position.decision_id == agreed.id, Position.delegation_id == carriers
    )
    assert demo.scalars(positions.order_by(Position.sequence)).all() == ["no_objection", "agree"]


def test_the_silence_procedure_reached_everybody_and_eight_have_acknowledged(demo: Session) -> None:
    notices = demo.scalars(select(Notice)).all()
    assert notices
    assert all(notice.accepted_at and not notice.refused_at for notice in notices)
    assert sum(notice.acknowledged_at is not None for notice in notices) == 8


def test_mails_of_the_past_lie_in_the_mailbox_and_none_waits(demo: Session) -> None:
    by_state = select(Delivery.state, func.count()).where(Delivery.channel == "mail").group_by(Delivery.state)
    found = {state: number for state, number in demo.execute(by_state)}  # noqa: C416
    assert set(found) == {"sent"}
    folder = mailbox.folder_of(current_settings())
    names = mailbox.names(folder)
    assert len(names) == found["sent"]
    newest, oldest = mailbox.heading(folder, names[0]), mailbox.heading(folder, names[-1])
    assert newest.sent_at is not None
    assert oldest.sent_at is not None
    assert oldest.sent_at < newest.sent_at - dt.timedelta(days=50)


def test_inboxes_hold_old_notices_as_read_and_newer_ones_as_unread(demo: Session) -> None:
    unread = select(func.count()).where(Delivery.channel == "inbox", Delivery.read_at.is_(None))
    assert 0 < (demo.scalar(unread) or 0) < count(demo, Delivery) / 4


def test_marengas_focal_point_is_not_confirmed(demo: Session) -> None:
    confirmed = select(Delegation.code).join(SeatRow, SeatRow.delegation_id == Delegation.id)
    codes = set(demo.scalars(confirmed.where(SeatRow.focal_point_at.is_not(None))))
    assert {delegation.code for delegation in DEMO.delegations} - codes == {"MARENGA"}
