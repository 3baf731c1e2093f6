"""The start page: for a visitor, for those for whom something waits, for the administrator."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient

from tests.base.web.markup import faults
from tests.factories.cast import PEOPLE, Cast
from tests.outlets.notifications.happenings import Stage, events, happen, opened, react, set_stage

ClientFor = Callable[[str], FlaskClient]


def words(page: str) -> str:
    return " ".join(page.split())


def test_a_visitor_reads_what_concord_is_and_finds_the_way_in(app: Flask, cast: Cast) -> None:
    page = app.test_client().get("/")
    assert page.status_code == 200
    assert "voluntary principles" in page.text
    assert 'href="/sign-in"' in page.text
    assert cast.slug not in page.text
    assert faults(page.text) == []


def test_what_waits_stands_on_top_the_soonest_first(cast: Cast, client_for: ClientFor) -> None:
    set_stage(cast)
    page = words(client_for("head_mwuf").get("/").text)
    assert "Three things wait for you" in page
    assert 'Waiting for me <span class="n n-due">3</span>' in page
    assert page.index("Your contribution to round 2") < page.index("Say who is the focal point")
    assert "</span>Migrant Workers’ Union Federation</b>, head of delegation" in page


def test_nothing_waits_for_somebody_who_need_not_act(cast: Cast, client_for: ClientFor) -> None:
    page = client_for("adviser_mwuf").get("/")
    assert "Nothing waits for you" in page.text
    assert faults(page.text) == []


def test_my_initiatives_stand_beside_with_what_is_open(cast: Cast, client_for: ClientFor) -> None:
    stage = set_stage(cast)
    happen(stage, opened(stage))
    react()
    page = words(client_for("head_mwuf").get("/").text)
    assert 'Round <a href="/i/mac/rounds/' in page
    assert "0 of 2 provisions agreed" in page
    assert "1 decision runs" in page
    assert 'href="/i/mac/"' in page
    assert 'Inbox <span class="n">1</span>' in page


def test_on_a_first_visit_the_page_says_what_to_read_first(cast: Cast, client_for: ClientFor) -> None:
    set_stage(cast)
    page = words(client_for("delegate_mwuf").get("/").text)
    assert "You are here for the first time" in page
    assert (
        page.index("The mandate, the timetable")
        < page.index("The text as it stands")
        < page.index("Who takes part</a>")
    )
    assert "Since your last visit" not in page


def test_everybody_has_a_start_page(cast: Cast, client_for: ClientFor) -> None:
    stage: Stage = set_stage(cast)
    for event in events(stage):
        happen(stage, event)
    react()
    for name, *_ in PEOPLE:
        page = client_for(name).get("/")
        assert page.status_code == 200, name
        assert faults(page.text) == [], name


def test_an_outsider_sees_nothing_of_an_initiative(cast: Cast, client_for: ClientFor) -> None:
    set_stage(cast)
    page = client_for("outsider").get("/").text
    assert "Migrants in Acute Crises" not in page
    assert "You take part in no initiative" in page


def test_the_administrator_finds_the_way_to_administration(cast: Cast, client_for: ClientFor) -> None:
    assert 'href="/initiatives"' in client_for("administrator").get("/").text
    assert 'href="/initiatives"' not in client_for("head_mwuf").get("/").text
