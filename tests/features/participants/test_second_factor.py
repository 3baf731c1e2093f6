"""A second factor where the rules of procedure ask for one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.people.account import account_of
from webapp.base.access.actor import SeatRole
from webapp.base.kernel import clock
from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives import service as initiatives_service
from webapp.features.initiatives.rules import read_procedure
from webapp.features.participants import queries, service
from webapp.features.people import service as people

SignIn = Callable[[str], FlaskClient]


def ask_of(cast: Cast, *named: str) -> None:
    """Set the clause, as an officer who has a second factor."""
    with unit_of_work() as work:
        row = initiatives.initiative(work.session, cast.initiative_id)
        procedure = replace(read_procedure(row.procedure), second_factor=named)
        actor = replace(cast.actor("officer", work.session), without_factor=frozenset())
        initiatives_service.edit_procedure(work, actor, row.id, row.version, procedure)


def invite(cast: Cast, by: str, code: str = "MWUF") -> str:
    """What comes of inviting somebody: `done`, or the code of the refusal."""
    try:
        with unit_of_work() as work:
            service.invite_to_seat(
                work,
                cast.actor(by, work.session),
                cast.initiative_id,
                cast.delegations[code],
                role=SeatRole.ADVISER,
                email=f"{by}.{code}@guest.example".lower(),
                name="Guest",
            )
    except CodedError as error:
        return error.code
    return "done"


def confirm_duty(cast: Cast, by: str) -> str:
    try:
        with unit_of_work() as work:
            service.confirm_focal_point(work, cast.actor(by, work.session), cast.initiative_id)
    except CodedError as error:
        return error.code
    return "done"


def test_nothing_is_asked_unless_the_rules_say_so(cast: Cast) -> None:
    assert invite(cast, "head_mwuf") == "done"
    assert invite(cast, "officer") == "done"


def test_heads_and_alternates_are_asked_together(cast: Cast) -> None:
    ask_of(cast, "head")
    assert invite(cast, "head_mwuf") == "second_factor_needed"
    assert confirm_duty(cast, "alternate_mwuf") == "second_factor_needed"
    assert invite(cast, "officer") == "done"


def test_whoever_has_one_acts(cast: Cast) -> None:
    ask_of(cast, "head")
    account_of(cast, "head_mwuf").add_authenticator()
    assert invite(cast, "head_mwuf") == "done"


def test_removing_it_closes_the_capacity_again(cast: Cast, session: Session) -> None:
    ask_of(cast, "secretariat")
    account = account_of(cast, "officer")
    account.add_authenticator()
    assert invite(cast, "officer") == "done"
    account.act(lambda work, me: people.remove_authenticator(work, me, account.session_id))
    assert invite(cast, "officer", "EMPL") == "second_factor_needed"


@pytest.mark.parametrize("who", ["head_empl", "outsider"])
def test_who_may_not_do_it_anyway_is_told_the_same_as_ever(cast: Cast, who: str) -> None:
    before = invite(cast, who)
    ask_of(cast, "head", "co_chair", "secretariat")
    assert invite(cast, who) == before != "done"


def test_an_office_that_is_bound_leaves_the_seat_free(cast: Cast, session: Session) -> None:
    ask_of(cast, "co_chair")
    actor = cast.actor("chair_phl", session)
    assert not actor.acts_as("co_chair", cast.initiative_id)
    assert actor.acts_as("alternate", cast.initiative_id)


def test_reading_stays_open_and_pages_say_what_is_missing(cast: Cast, client_for: SignIn) -> None:
    client = client_for("head_mwuf")
    sentence = "To act, you need a second factor"
    assert sentence not in client.get("/i/mac/people").text
    ask_of(cast, "head")
    page = client.get("/i/mac/people")
    assert page.status_code == 200
    assert sentence in page.text
    assert sentence not in client_for("delegate_mwuf").get("/i/mac/people").text


def test_a_refused_form_leads_to_setting_one_up(cast: Cast, client_for: SignIn) -> None:
    ask_of(cast, "head")
    answer = client_for("head_mwuf").post("/i/mac/people/focal-point")
    assert answer.status_code == 403
    assert "acts only with a second factor" in answer.text
    assert 'href="/me/security"' in answer.text


def test_the_start_page_lists_it_as_the_thing_to_do(cast: Cast, client_for: SignIn, session: Session) -> None:
    ask_of(cast, "head")
    waiting = queries.waiting_for(session, cast.actor("head_mwuf", session), clock.now(session))
    assert "Set up a second factor" in [one.title for one in waiting]
    assert "Set up a second factor" in client_for("head_mwuf").get("/").text


def test_the_clause_is_set_and_read_on_the_pages_of_the_initiative(cast: Cast, client_for: SignIn) -> None:
    officer = client_for("officer")
    form = {
        "version": "1",
        "chairs_confirm": "y",
        "silence_hours": "72",
        "silence_move_hours": "72",
        "silence_moves": "2",
        "second_factor": ["head", "co_chair"],
    }
    assert officer.post("/i/mac/procedure", data=form).status_code == 303
    page = officer.get("/i/mac/").text
    assert (
        "These act only with a second factor: co-chairs, heads of delegation and their alternates"
        in " ".join(page.split())
    )
