"""The rolling text: who may change it, and that nobody’s words are lost."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.drafting.acts import WARNING, Draft, begin, duty
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import Denied, Invalid, NotFound, Refused, Stale
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.instruments import queries, service
from webapp.features.instruments.models import Element
from webapp.features.instruments.rules.drafting import ProvisionDraft
from webapp.features.instruments.rules.enums import ElementKind
from webapp.features.instruments.rules.notation import NotationFault


def test_the_text_is_numbered_by_its_order(draft: Draft, session: Session) -> None:
    snapshot = queries.rolling_snapshot(session, draft.instrument_id)
    assert [one.number for one in snapshot.provisions] == ["P.1", "1.1", "1.2", "1.3"]


def test_a_responsibility_stands_in_the_text_with_names_and_ordered_phases(
    draft: Draft, session: Session
) -> None:
    found = queries.rolling_snapshot(session, draft.instrument_id).provisions[3]
    assert [(one.name, one.leads) for one in found.bearers] == [
        ("Employers", True),
        ("States of origin", False),
    ]
    assert found.theme == "papers and proof"
    assert found.phases == ("preparedness", "emergency_response")


@pytest.mark.parametrize("who", ["officer_free", "head_phl", "delegate_mwuf"])
def test_nobody_but_a_co_chair_writes(draft: Draft, who: str) -> None:
    with pytest.raises(Denied):
        draft.edit(draft.warning, "Anything.", who=who)


def test_an_instrument_of_another_initiative_is_not_found(draft: Draft, cast: Cast) -> None:
    with pytest.raises(NotFound), unit_of_work() as work:
        service.rename_instrument(
            work,
            cast.actor("chair_phl", work.session),
            "elsewhere",
            draft.instrument_id,
            title="Mine",
            seen="Principles",
        )


def test_who_saves_second_is_told_and_both_texts_are_there(draft: Draft) -> None:
    seen = draft.row(draft.warning).version
    draft.edit(draft.warning, "States warn.", who="chair_usa", version=seen)
    with pytest.raises(Stale) as stale:
        draft.edit(draft.warning, "States shout.", version=seen)
    assert (stale.value.theirs, stale.value.mine) == ("States warn.", "States shout.")
    assert draft.row(draft.warning).text == "States warn."


def test_a_bracket_that_does_not_parse_is_placed_at_its_field(draft: Draft) -> None:
    with pytest.raises(NotationFault) as fault:
        draft.edit(draft.warning, "States [should warn.")
    assert (fault.value.field, fault.value.position) == ("text", 7)


def test_words_are_needed(draft: Draft) -> None:
    with pytest.raises(Invalid) as refused:
        draft.edit(draft.warning, " \n ")
    assert refused.value.field == "text"


def test_saving_the_same_words_records_nothing(draft: Draft, session: Session) -> None:
    before = _changes(session)
    draft.edit(draft.warning, WARNING)
    assert _changes(session) == before


def test_a_change_is_recorded_with_what_stood_there(draft: Draft, session: Session) -> None:
    draft.edit(draft.warning, "States warn.")
    body = session.scalars(
        select(JournalBody.body)
        .where(JournalBody.action == "instruments.text_changed")
        .order_by(JournalBody.sequence.desc())
    ).first()
    assert body is not None
    content = json.loads(body)["content"]
    assert (content["act"], content["before"], content["after"]) == (
        "provision_edited",
        WARNING,
        "States warn.",
    )


def test_a_bearer_that_is_not_on_the_list_is_refused(draft: Draft, cast: Cast) -> None:
    cast.bearers["Employers"] = "nobody"
    with pytest.raises(NotFound):
        draft.edit_duty()


def test_only_one_bearer_leads(draft: Draft, cast: Cast) -> None:
    both = duty(cast)
    assert both.responsibility is not None
    shares = tuple(type(one)(one.bearer_id, leads=True) for one in both.responsibility.bearers)
    from dataclasses import replace

    with pytest.raises(Invalid) as refused:
        _add(draft, replace(both, responsibility=replace(both.responsibility, bearers=shares)))
    assert refused.value.code == "instruments.one_leads"


def test_provisions_move_within_their_element_and_over_its_edge(draft: Draft) -> None:
    draft.move(draft.papers, -1)
    assert draft.order() == [draft.recital, draft.papers, draft.warning, draft.duty]
    draft.move(draft.papers, -1)
    assert draft.row(draft.papers).element_id == draft.preamble
    draft.move(draft.recital, -1)
    assert draft.order() == [draft.recital, draft.papers, draft.warning, draft.duty]


def test_a_new_provision_stands_where_it_was_asked_for(draft: Draft) -> None:
    added = draft.add("A word between.", after=draft.warning)
    assert draft.order() == [draft.recital, draft.warning, added, draft.papers, draft.duty]


def test_an_element_is_removed_once_it_is_empty(draft: Draft, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        _remove_element(draft, draft.preamble)
    assert refused.value.facts["provisions"] == 1
    draft.remove(draft.recital)
    _remove_element(draft, draft.preamble)
    db.session.remove()
    assert [row.id for row in queries.elements(db.session(), draft.instrument_id)] == [draft.principle]


def test_elements_move(draft: Draft, cast: Cast) -> None:
    with unit_of_work() as work:
        service.move_element(
            work,
            cast.actor("chair_phl", work.session),
            cast.initiative_id,
            draft.instrument_id,
            draft.principle,
            by_places=-1,
        )
    assert draft.order()[0] == draft.warning


def test_an_element_title_that_another_saved_meanwhile_is_not_overwritten(draft: Draft, cast: Cast) -> None:
    def title(words: str) -> None:
        with unit_of_work() as work:
            service.edit_element(
                work,
                cast.actor("chair_phl", work.session),
                cast.initiative_id,
                draft.instrument_id,
                draft.principle,
                title=words,
                version=1,
            )

    title("Warnings")
    with pytest.raises(Stale):
        title("Alarms")
    row = db.session().get(Element, draft.principle)
    assert row is not None
    assert row.title == "Warnings"


def test_a_document_symbol_is_given_once(draft: Draft, cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        begin(cast)
    assert (refused.value.code, refused.value.field) == ("instruments.symbol_taken", "symbol_stem")


def _add(draft: Draft, written: ProvisionDraft) -> None:
    with unit_of_work() as work:
        actor = draft.cast.actor("chair_phl", work.session)
        service.add_provision(
            work, actor, draft.cast.initiative_id, draft.instrument_id, draft.principle, written
        )


def _remove_element(draft: Draft, element_id: str) -> None:
    version = queries.element(db.session(), draft.instrument_id, element_id).version
    with unit_of_work() as work:
        actor = draft.cast.actor("chair_phl", work.session)
        service.remove_element(
            work, actor, draft.cast.initiative_id, draft.instrument_id, element_id, version=version
        )


def _changes(session: Session) -> int:
    session.rollback()
    found = session.scalars(select(JournalBody).where(JournalBody.action == "instruments.text_changed"))
    return len(found.all())


def test_an_element_of_any_kind_can_be_added(draft: Draft, cast: Cast, session: Session) -> None:
    with unit_of_work() as work:
        actor = cast.actor("chair_usa", work.session)
        for kind in ElementKind:
            service.add_element(
                work, actor, cast.initiative_id, draft.instrument_id, kind=kind, title=kind.value
            )
    assert len(queries.elements(session, draft.instrument_id)) == 2 + len(ElementKind)
