from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.base.access.actor import Constituency
from webapp.base.kernel.errors import Denied, Invalid, NotFound, Stale
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives import queries, rules, service
from webapp.features.initiatives.rules import Mandate, Procedure

MANDATE = Mandate(
    title="Migrants in Acute Crises",
    mandate="To say who does what.",
    scope=("conflict",),
    outside_scope="Epidemics alone.",
    timetable="Two rounds.",
    time_zone="Europe/Zurich",
)


def edit(cast: Cast, name: str, mandate: Mandate = MANDATE, version: int = 1) -> None:
    actor = cast.actor(name)
    with unit_of_work() as work:
        service.edit_mandate(work, actor, cast.initiative_id, version, mandate)


def last_entry(session: Session, action: str) -> dict[str, Any]:
    session.rollback()
    newest = (
        select(JournalBody.body).where(JournalBody.action == action).order_by(JournalBody.sequence.desc())
    )
    content: dict[str, Any] = json.loads(session.scalar(newest.limit(1)) or "{}")["content"]
    return content


def test_an_administrator_begins_an_initiative(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        service.create(work, cast.actor("administrator", work.session), slug="port", title="Seafarers")
    row = queries.head_by_slug(session, "port")
    assert row is not None
    assert row.title == "Seafarers"


@pytest.mark.parametrize("name", ["officer", "chair_phl", "head_mwuf", "outsider"])
def test_nobody_else_begins_one(cast: Cast, name: str) -> None:
    actor = cast.actor(name)
    with pytest.raises(Denied), unit_of_work() as work:
        service.create(work, actor, slug="port", title="Seafarers")


def test_a_short_name_is_used_once(cast: Cast) -> None:
    actor = cast.actor("administrator")
    with pytest.raises(Invalid) as caught, unit_of_work() as work:
        service.create(work, actor, slug="mac", title="Another")
    assert (caught.value.code, caught.value.field) == ("initiatives.slug_taken", "slug")


def test_the_secretariat_writes_the_mandate_and_the_journal_says_what_changed(
    session: Session, cast: Cast
) -> None:
    edit(cast, "officer_free")
    row = queries.initiative(session, cast.initiative_id)
    assert queries.mandate_of(row) == MANDATE
    told = last_entry(session, "initiatives.changed")
    assert told["part"] == "mandate"
    changed = {change["what"]: (change["before"], change["after"]) for change in told["changes"]}
    assert changed["scope"] == ("conflict, natural_disaster", "conflict")
    assert "time_zone" not in changed


@pytest.mark.parametrize("name", ["chair_phl", "head_mwuf", "head_obs"])
def test_others_who_take_part_do_not_write_it(cast: Cast, name: str) -> None:
    with pytest.raises(Denied):
        edit(cast, name)


@pytest.mark.parametrize("name", ["outsider", "administrator"])
def test_who_does_not_take_part_may_not_know_of_it(cast: Cast, name: str) -> None:
    with pytest.raises(NotFound):
        edit(cast, name)


def test_two_editors_lose_neither_text(session: Session, cast: Cast) -> None:
    edit(cast, "officer")
    with pytest.raises(Stale) as caught:
        edit(cast, "officer_free", replace(MANDATE, mandate="To say it better."))
    assert (caught.value.theirs, caught.value.mine) == ("To say who does what.", "To say it better.")
    assert queries.initiative(session, cast.initiative_id).mandate == "To say who does what."


def test_saving_what_stands_there_records_nothing(session: Session, cast: Cast) -> None:
    edit(cast, "officer")
    edit(cast, "officer", version=2)
    assert queries.initiative(session, cast.initiative_id).version == 2


def test_an_unknown_zone_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid) as caught:
        edit(cast, "officer", replace(MANDATE, time_zone="Mars/Olympus"))
    assert caught.value.field == "time_zone"


def test_the_secretariat_sets_the_rules_of_procedure(session: Session, cast: Cast) -> None:
    wanted = Procedure(chairs_confirm=False, silence_hours=48)
    with unit_of_work() as work:
        actor = cast.actor("officer", work.session)
        service.edit_procedure(work, actor, cast.initiative_id, 1, wanted)
    row = queries.initiative(session, cast.initiative_id)
    assert rules.read_procedure(row.procedure) == wanted
    told = last_entry(session, "initiatives.changed")
    assert {"what": "silence_hours", "before": "72", "after": "48"} in told["changes"]


@pytest.mark.parametrize("name", ["chair_phl", "head_mwuf"])
def test_others_do_not_set_the_rules(cast: Cast, name: str) -> None:
    actor = cast.actor(name)
    with pytest.raises(Denied), unit_of_work() as work:
        service.edit_procedure(work, actor, cast.initiative_id, 1, Procedure(silence_hours=1))


def test_bearers_are_added_at_the_end_and_renamed(session: Session, cast: Cast) -> None:
    actor = cast.actor("officer")
    with unit_of_work() as work:
        row = service.add_bearer(work, actor, cast.initiative_id, "Carriers", Constituency.PRIVATE_SECTOR)
        service.rename_bearer(work, actor, cast.initiative_id, row.id, "Carriers by sea")
    assert [bearer.name for bearer in queries.bearers(session, cast.initiative_id)][-1] == "Carriers by sea"


def test_a_name_stands_in_a_list_once(cast: Cast) -> None:
    actor = cast.actor("officer")
    with pytest.raises(Invalid), unit_of_work() as work:
        service.add_bearer(work, actor, cast.initiative_id, "employers", Constituency.STATE)
    with pytest.raises(Invalid), unit_of_work() as work:
        service.add_theme(work, actor, cast.initiative_id, "Warning", ["preparedness"])


def test_a_theme_gets_other_phases(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        actor = cast.actor("officer", work.session)
        theme_id = cast.themes["warning"]
        service.change_theme(work, actor, cast.initiative_id, theme_id, "warning", ["post_crisis"])
    assert queries.theme(session, cast.initiative_id, cast.themes["warning"]).phases == ["post_crisis"]


def test_entries_of_another_initiative_are_not_found(session: Session, cast: Cast) -> None:
    with unit_of_work() as work:
        admin = cast.actor("administrator", work.session)
        other = service.create(work, admin, slug="port", title="Seafarers").id
    with pytest.raises(NotFound):
        queries.bearer(session, other, cast.bearers["Employers"])
    with pytest.raises(NotFound):
        queries.theme(session, other, cast.themes["warning"])


@pytest.mark.parametrize("name", ["chair_usa", "head_empl"])
def test_others_do_not_change_the_lists(cast: Cast, name: str) -> None:
    actor = cast.actor(name)
    for attempt in (
        lambda work: service.add_bearer(work, actor, cast.initiative_id, "Me", Constituency.STATE),
        lambda work: service.rename_bearer(work, actor, cast.initiative_id, cast.bearers["Employers"], "Me"),
        lambda work: service.add_theme(work, actor, cast.initiative_id, "Mine", ["preparedness"]),
        lambda work: service.change_theme(
            work, actor, cast.initiative_id, cast.themes["warning"], "Mine", ["preparedness"]
        ),
    ):
        with pytest.raises(Denied), unit_of_work() as work:
            attempt(work)
