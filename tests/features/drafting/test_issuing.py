"""Issuing a revision: who may, what is refused, what is written."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.drafting.acts import DUTY, WARNING, Draft
from webapp.base.access.actor import Capacity
from webapp.base.access.attribution import Attribution
from webapp.base.kernel.errors import Denied, Invalid, NotFound, Refused
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions.models import Decision
from webapp.features.drafting import queries, service
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import Procedure, write_procedure
from webapp.features.instruments import queries as instruments
from webapp.features.instruments import service as text
from webapp.features.instruments.models import Instrument, Revision, RevisionProvision
from webapp.features.instruments.rules.enums import Strength
from webapp.features.instruments.rules.snapshot import text_hash


def refusal(exception: pytest.ExceptionInfo[Refused]) -> str:
    return exception.value.code


def test_the_second_co_chair_issues_what_the_first_proposed(draft: Draft, session: Session) -> None:
    revision = draft.issue()
    assert (revision.state, revision.ordinal, revision.symbol) == ("issued", 0, "MAC/VP/2026/1")
    statement = select(RevisionProvision).where(RevisionProvision.revision_id == revision.id)
    rows = session.scalars(statement.order_by(RevisionProvision.ordinal))
    assert [(row.number, row.provision_id) for row in rows] == [
        ("P.1", draft.recital),
        ("1.1", draft.warning),
        ("1.2", draft.papers),
        ("1.3", draft.duty),
    ]
    assert text_hash(instruments.snapshot_of(revision)) == revision.hash


def test_revisions_are_numbered_one_after_the_other(draft: Draft) -> None:
    draft.issue()
    draft.edit(draft.warning, WARNING + " Radio helps.")
    second = draft.issue()
    assert (second.label, second.symbol) == ("Rev.1", "MAC/VP/2026/1/Rev.1")


def test_who_proposed_cannot_confirm(draft: Draft) -> None:
    revision_id = draft.propose()
    with pytest.raises(Refused) as refused:
        draft.confirm(revision_id, "chair_phl")
    assert refusal(refused) == "drafting.own_proposal"


def test_one_co_chair_issues_alone_where_the_rules_of_procedure_say_so(
    draft: Draft, session: Session
) -> None:
    with unit_of_work() as work:
        initiative = work.session.get(Initiative, draft.cast.initiative_id)
        assert initiative is not None
        initiative.procedure = {"chairs_confirm": False}
    revision_id = draft.propose()
    row = session.get(Revision, revision_id)
    assert row is not None
    assert row.state == "issued"


@pytest.mark.parametrize("who", ["officer_free", "head_phl", "head_mwuf"])
def test_nobody_but_a_co_chair_proposes_or_confirms(draft: Draft, who: str) -> None:
    with pytest.raises(Denied):
        draft.propose(who)
    revision_id = draft.propose()
    with pytest.raises(Denied):
        draft.confirm(revision_id, who)


def test_an_outsider_does_not_learn_that_there_is_a_text(draft: Draft) -> None:
    with pytest.raises(NotFound):
        draft.propose("outsider")


def test_a_text_that_changed_since_it_was_proposed_is_not_issued(draft: Draft) -> None:
    revision_id = draft.propose()
    draft.edit(draft.warning, "States may warn migrants.")
    with pytest.raises(Refused) as refused:
        draft.confirm(revision_id)
    assert refusal(refused) == "drafting.text_changed"


def test_a_text_that_changed_since_it_was_looked_over_is_not_proposed(draft: Draft) -> None:
    seen = draft.plan().hash
    draft.edit(draft.warning, "States may warn migrants.")
    with pytest.raises(Refused) as refused:
        draft.propose(seen_hash=seen)
    assert refusal(refused) == "drafting.text_moved"


def test_nothing_is_issued_twice(draft: Draft) -> None:
    revision_id = draft.propose()
    draft.confirm(revision_id)
    with pytest.raises(Refused) as refused:
        draft.confirm(revision_id)
    assert refusal(refused) == "drafting.not_proposed"
    with pytest.raises(Refused) as unchanged:
        draft.propose()
    assert refusal(unchanged) == "drafting.nothing_changed"


def test_only_one_revision_is_proposed_at_a_time(draft: Draft) -> None:
    draft.propose()
    with pytest.raises(Refused) as refused:
        draft.propose("chair_usa")
    assert refusal(refused) == "drafting.already_proposed"


def test_an_empty_text_is_not_issued(draft: Draft) -> None:
    for provision_id in (draft.recital, draft.warning, draft.papers, draft.duty):
        draft.remove(provision_id)
    with pytest.raises(Refused) as refused:
        draft.propose()
    assert refusal(refused) == "drafting.no_text"


def test_agreed_words_do_not_change_without_reopening(draft: Draft, cast: Cast) -> None:
    draft.issue()
    with unit_of_work() as work:
        by = chair(cast)
        text.agree(work, by, cast.initiative_id, [draft.warning], ad_referendum=False)
    draft.edit(draft.warning, "States may warn migrants.")
    with pytest.raises(Refused) as refused:
        draft.propose()
    assert refusal(refused) == "drafting.agreed_changed"
    assert refused.value.facts["numbers"] == ("1.1",)


def test_an_agreed_provision_may_get_another_number(draft: Draft, cast: Cast) -> None:
    draft.issue()
    with unit_of_work() as work:
        text.agree(work, chair(cast), cast.initiative_id, [draft.warning], ad_referendum=False)
    draft.move(draft.warning, 1)
    assert draft.issue().state == "issued"
    assert draft.statuses()[draft.warning] == "agreed"


def test_words_under_an_open_decision_do_not_change(draft: Draft) -> None:
    revision = draft.issue()
    _open_decision(draft, revision, [draft.warning])
    draft.edit(draft.papers, "Papers are returned.")
    assert draft.plan().obstacles == ()
    draft.remove(draft.warning)
    with pytest.raises(Refused) as refused:
        draft.propose()
    assert refusal(refused) == "drafting.decision_open"


def test_a_decision_that_opens_after_the_proposal_stops_the_issuing(draft: Draft) -> None:
    revision = draft.issue()
    draft.edit(draft.warning, "States warn migrants.")
    proposed = draft.propose()
    _open_decision(draft, revision, [draft.warning])
    with pytest.raises(Refused) as refused:
        draft.confirm(proposed)
    assert refusal(refused) == "drafting.decision_open"


def test_every_change_of_strength_must_be_acknowledged(draft: Draft) -> None:
    draft.issue()
    draft.edit(draft.warning, WARNING.replace("should", "shall"))
    draft.edit_duty(DUTY.replace("should", "may"), strength=Strength.MAY)
    flags = draft.plan().changes.flags
    assert [(flag.before, flag.after, flag.direction) for flag in flags] == [
        ("should", "shall", "up"),
        ("should", "may", "down"),
    ]
    with pytest.raises(Invalid) as refused:
        draft.propose(acknowledged=(flags[0].key,))
    assert refused.value.code == "drafting.unacknowledged"
    assert draft.propose()


def test_who_proposed_may_withdraw_and_propose_again(draft: Draft, cast: Cast) -> None:
    revision_id = draft.propose()
    with pytest.raises(Refused), unit_of_work() as work:
        service.withdraw_revision(
            work, cast.actor("chair_usa", work.session), cast.initiative_id, revision_id
        )
    with unit_of_work() as work:
        service.withdraw_revision(
            work, cast.actor("chair_phl", work.session), cast.initiative_id, revision_id
        )
    assert draft.issue().ordinal == 0


def test_who_declines_gives_a_reason_that_the_other_reads(draft: Draft, cast: Cast, session: Session) -> None:
    revision_id = draft.propose()
    with pytest.raises(Invalid):
        _decline(draft, revision_id, "chair_usa", " ")
    with pytest.raises(Refused):
        _decline(draft, revision_id, "chair_phl", "No.")
    _decline(draft, revision_id, "chair_usa", "The preamble is too long.")
    ended = queries.last_declined(session, draft.instrument_id)
    assert ended is not None
    assert (ended.by, ended.reason) == ("Grace Holloway", "The preamble is too long.")


def test_a_proposed_revision_waits_for_the_other_co_chair_alone(
    draft: Draft, cast: Cast, session: Session
) -> None:
    draft.propose()
    now = dt.datetime.now(dt.UTC)
    waiting = {
        who: len(queries.waiting_for(session, cast.actor(who, session), now))
        for who in ("chair_phl", "chair_usa", "officer_free", "head_phl")
    }
    assert waiting == {"chair_phl": 0, "chair_usa": 1, "officer_free": 0, "head_phl": 0}


def test_brackets_and_first_appearance_decide_the_status(draft: Draft, cast: Cast) -> None:
    draft.issue()
    statuses = draft.statuses()
    assert (statuses[draft.warning], statuses[draft.papers]) == ("not_discussed", "bracketed")
    draft.edit(draft.papers, "Employers ensure that papers are returned.")
    draft.edit(draft.warning, "States [should][shall] warn migrants.")
    draft.issue()
    statuses = draft.statuses()
    assert (statuses[draft.warning], statuses[draft.papers]) == ("bracketed", "open")


def test_only_the_chairs_read_what_is_proposed_and_all_read_what_is_issued(
    draft: Draft, cast: Cast, session: Session
) -> None:
    draft.issue()
    entries = session.scalars(select(JournalBody).where(JournalBody.chain == cast.initiative_id)).all()
    audiences: dict[str, set[str]] = {}
    for entry in entries:
        audiences.setdefault(entry.action, set()).add(entry.audience_id)
    assert audiences["drafting.revision_proposed"] == audiences["instruments.text_changed"]
    assert audiences["drafting.revision_issued"] == audiences["instruments.instrument_created"]
    assert audiences["drafting.revision_issued"] != audiences["drafting.revision_proposed"]


def chair(cast: Cast) -> Capacity:
    return Capacity(cast.people["chair_phl"], "Amihan Reyes", "co_chair")


def _decline(draft: Draft, revision_id: str, who: str, reason: str) -> None:
    with unit_of_work() as work:
        actor = draft.cast.actor(who, work.session)
        service.decline_revision(work, actor, draft.cast.initiative_id, revision_id, reason=reason)


def _open_decision(draft: Draft, revision: Revision, provision_ids: list[str]) -> None:
    now = dt.datetime.now(dt.UTC)
    with unit_of_work() as work:
        assert work.session.get(Instrument, draft.instrument_id)
        work.session.add(
            Decision(
                initiative_id=draft.cast.initiative_id,
                instrument_id=draft.instrument_id,
                revision_id=revision.id,
                number=1,
                kind="call",
                state="open",
                subject_kind="provision",
                subject_id=provision_ids[0],
                provision_ids=provision_ids,
                question="Agreed?",
                rule_key="consensus",
                rule={},
                text_hash=revision.hash,
                closes_at=now + dt.timedelta(days=3),
                proposed_at=now,
                opened_at=now,
            )
        )


def set_attribution(cast: Cast, attribution: Attribution) -> None:
    with unit_of_work() as work:
        row = work.session.get_one(Initiative, cast.initiative_id)
        row.procedure = write_procedure(Procedure(attribution=attribution))


def test_brackets_name_nobody_where_the_initiative_does_not_name_delegations(draft: Draft) -> None:
    draft.issue()
    set_attribution(draft.cast, Attribution.CONSTITUENCY)
    draft.edit(draft.warning, "States should [warn -- PHL, USA][tell] everybody.")
    with pytest.raises(Refused) as refused:
        draft.propose()
    assert (refusal(refused), refused.value.facts["numbers"]) == ("drafting.names_withheld", ("1.1",))
    draft.edit(draft.warning, "States should [warn][tell] everybody.")
    draft.propose()


def test_names_that_everybody_has_read_in_brackets_may_stay(draft: Draft) -> None:
    draft.edit(draft.warning, "States should [warn -- PHL][tell] everybody.")
    draft.issue()
    set_attribution(draft.cast, Attribution.NONE)
    draft.edit(draft.warning, "States should [warn -- PHL][tell] everybody at once.")
    draft.issue()


def test_a_setting_that_comes_between_proposing_and_confirming_holds(draft: Draft) -> None:
    draft.edit(draft.warning, "States should [warn -- PHL][tell] everybody.")
    revision_id = draft.propose()
    set_attribution(draft.cast, Attribution.NONE)
    with pytest.raises(Refused) as refused:
        draft.confirm(revision_id)
    assert refusal(refused) == "drafting.names_withheld"
