from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from webapp.features.initiatives import queries

ClientFor = Callable[[str], FlaskClient]

MANDATE = {
    "title": "Migrants in Acute Crises",
    "mandate": "To say who does what.",
    "scope": ["conflict"],
    "outside_scope": "",
    "timetable": "",
    "time_zone": "Asia/Manila",
    "version": "1",
}
PROCEDURE = {
    "silence_hours": "48",
    "silence_move_hours": "24",
    "silence_moves": "1",
    "attribution": "constituency",
    "holidays": "2026-12-25",
    "version": "1",
}


def test_everybody_who_takes_part_reads_mandate_rules_and_figures(client_for: ClientFor) -> None:
    answer = client_for("head_obs").get("/i/mac/")
    assert answer.status_code == 200
    for words in (
        "To say who is responsible for what.",
        "armed conflict",
        "at least 72 hours",
        "Amihan Reyes",
        "3 members",
        "1 member, 1 observer",
        "States of origin",
    ):
        assert words in answer.text
    assert "For the secretariat" not in answer.text


@pytest.mark.parametrize("name", ["outsider", "administrator"])
def test_nobody_else_finds_the_initiative(client_for: ClientFor, name: str) -> None:
    assert client_for(name).get("/i/mac/").status_code == 404


def test_the_secretariat_saves_the_mandate(client_for: ClientFor, session: Session, cast: Cast) -> None:
    client = client_for("officer")
    assert client.get("/i/mac/mandate").status_code == 200
    answer = client.post("/i/mac/mandate", data=MANDATE)
    assert (answer.status_code, answer.location) == (303, "/i/mac/")
    assert queries.initiative(session, cast.initiative_id).time_zone == "Asia/Manila"


def test_a_form_keeps_what_was_typed(client_for: ClientFor) -> None:
    answer = client_for("officer").post("/i/mac/mandate", data={**MANDATE, "scope": []})
    assert answer.status_code == 422
    assert "Choose at least one kind of crisis." in answer.text
    assert "To say who does what." in answer.text


def test_an_editor_who_comes_second_sees_both_texts_and_may_go_on(
    client_for: ClientFor, session: Session, cast: Cast
) -> None:
    client = client_for("officer")
    client.post("/i/mac/mandate", data=MANDATE)
    second = client.post("/i/mac/mandate", data={**MANDATE, "mandate": "To say it better."})
    assert second.status_code == 409
    assert "To say who does what." in second.text
    assert "To say it better." in second.text
    assert 'name="version" type="hidden" value="2"' in second.text
    third = client.post("/i/mac/mandate", data={**MANDATE, "mandate": "To say it better.", "version": "2"})
    assert third.status_code == 303
    assert queries.initiative(session, cast.initiative_id).mandate == "To say it better."


def test_the_secretariat_saves_the_rules_and_everybody_reads_them_as_sentences(
    client_for: ClientFor,
) -> None:
    assert client_for("officer").post("/i/mac/procedure", data=PROCEDURE).status_code == 303
    page = client_for("head_mwuf").get("/i/mac/").text
    assert "at least 48 hours" in page
    assert "One co-chair alone" in page
    assert "25 December 2026" in page


def test_the_rules_page_shows_what_holds_now(client_for: ClientFor) -> None:
    client = client_for("officer")
    client.post("/i/mac/procedure", data=PROCEDURE)
    page = client.get("/i/mac/procedure").text
    assert "2026-12-25" in page
    assert 'value="48"' in page


def test_a_figure_out_of_range_is_refused_beside_its_field(client_for: ClientFor) -> None:
    answer = client_for("officer").post("/i/mac/procedure", data={**PROCEDURE, "silence_hours": "0"})
    assert answer.status_code == 422
    assert "from 1 to 1,440" in answer.text


def test_bearers_and_themes_are_added_and_changed(
    client_for: ClientFor, cast: Cast, session: Session
) -> None:
    client = client_for("officer")
    assert client.get("/i/mac/lists").status_code == 200
    bearer = {"bearer-name": "Carriers", "bearer-constituency": "private_sector"}
    assert client.post("/i/mac/bearers", data=bearer).status_code == 303
    theme = {"theme-name": "families", "theme-phases": ["post_crisis"]}
    assert client.post("/i/mac/themes", data=theme).status_code == 303
    renamed = f"/i/mac/bearers/{cast.bearers['Employers']}"
    assert client.get(renamed).status_code == 200
    assert client.post(renamed, data={"name": "Employers of migrants"}).status_code == 303
    changed = f"/i/mac/themes/{cast.themes['warning']}"
    assert client.get(changed).status_code == 200
    assert client.post(changed, data={"name": "warning", "phases": ["preparedness"]}).status_code == 303
    page = client.get("/i/mac/lists").text
    assert all(words in page for words in ("Carriers", "families", "Employers of migrants"))


def test_a_listed_name_is_refused_and_kept_in_the_form(client_for: ClientFor) -> None:
    twice = {"bearer-name": "Employers", "bearer-constituency": "state"}
    answer = client_for("officer").post("/i/mac/bearers", data=twice)
    assert answer.status_code == 422
    assert "“Employers” is on the list already." in answer.text
    assert 'value="Employers"' in answer.text


@pytest.mark.parametrize("name", ["chair_phl", "head_mwuf", "outsider"])
@pytest.mark.parametrize("page", ["mandate", "procedure", "lists"])
def test_only_the_secretariat_finds_the_forms(client_for: ClientFor, name: str, page: str) -> None:
    assert client_for(name).get(f"/i/mac/{page}").status_code == 404


def test_an_administrator_begins_an_initiative_and_is_led_to_its_first_officer(
    client_for: ClientFor,
) -> None:
    client = client_for("administrator")
    assert client.get("/initiatives/new").status_code == 200
    answer = client.post("/initiatives/new", data={"title": "Seafarers Stranded in Port", "slug": "port"})
    assert (answer.status_code, answer.location) == (303, "/initiatives/port/officer")
    assert "Invite the first secretariat officer" in client.get("/initiatives").text


def test_an_administrator_reads_titles_and_officers_and_no_content(client_for: ClientFor) -> None:
    page = client_for("administrator").get("/initiatives").text
    assert "Migrants in Acute Crises: Voluntary Principles" in page
    assert "Jonas Weyer" in page
    assert "To say who is responsible for what." not in page


@pytest.mark.parametrize("name", ["officer", "head_mwuf"])
def test_others_do_not_find_the_list_of_initiatives(client_for: ClientFor, name: str) -> None:
    assert client_for(name).get("/initiatives").status_code == 404


def test_a_button_pressed_twice_begins_one_initiative(client_for: ClientFor, session: Session) -> None:
    client = client_for("administrator")
    data = {"title": "Seafarers", "slug": "port", "idempotency_key": "0123456789abc"}
    first = client.post("/initiatives/new", data=data)
    second = client.post("/initiatives/new", data=data)
    assert first.location == second.location
    assert len(queries.initiatives(session)) == 2
