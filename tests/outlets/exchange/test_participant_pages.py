"""Participants from a table and into one, through the pages."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.factories.cast import Cast
from tests.support.statements import counted_statements
from tests.support.visitor import InProcess, Visitor
from webapp.base.kernel.outbox import OutboxRow
from webapp.features.participants import queries
from webapp.features.participants.models import Delegation, Invitation

ClientFor = Callable[[str], FlaskClient]

PAGE = "/i/mac/people/table"
TABLE = (
    "code;organisation;constituency;standing;tags;person;email;seat\n"
    "UNW;Union of Nurses;civil society;member;trade union;Noor Aziz;noor@union.example;head\n"
    "UNW;;;;;Wim Dekker;wim@union.example;adviser\n"
    "PHL;;;;;Ligaya Ramos;ligaya@phl.example;delegate\n"
    "MWUF;;;;;Ines Okafor;head.mwuf@cast.example;head\n"
)
CONFIRM = "Accredit and invite as shown"


@pytest.fixture
def officer(client_for: ClientFor) -> Visitor:
    visitor = Visitor(InProcess(client_for("officer")))
    visitor.go(PAGE)
    return visitor


def upload(client: FlaskClient, data: bytes, name: str = "people.csv") -> TestResponse:
    return client.post(PAGE, data={"file": (io.BytesIO(data), name)}, content_type="multipart/form-data")


def counted(session: Session) -> tuple[int, int]:
    session.rollback()
    delegations = session.scalar(select(func.count()).select_from(Delegation)) or 0
    invitations = session.scalar(select(func.count()).select_from(Invitation)) or 0
    session.rollback()
    return delegations, invitations


def test_the_preview_says_line_by_line_what_will_happen_and_does_nothing(
    officer: Visitor, session: Session
) -> None:
    before = counted(session)
    page = officer.send("Look at what it will do", {"pasted": TABLE})
    assert page.status == 200
    assert officer.reads("1 delegation is accredited, 3 people are invited by mail. 1 line changes nothing.")
    assert officer.reads("has a seat already")
    assert counted(session) == before


def test_what_is_confirmed_is_done_with_a_mail_for_each_invitation(
    officer: Visitor, session: Session, cast: Cast
) -> None:
    officer.send("Look at what it will do", {"pasted": TABLE})
    assert officer.send(CONFIRM).status == 200
    assert officer.reads("Delegations accredited: 1. Invitations sent by mail: 3.")
    assert "UNW" in queries.codes(session, cast.initiative_id)
    invited = {row.email: row.seat_role for row in queries.pending_invitations(session, cast.initiative_id)}
    assert invited == {
        "noor@union.example": "head",
        "wim@union.example": "adviser",
        "ligaya@phl.example": "delegate",
    }
    announced = session.scalars(select(OutboxRow.event)).all()
    session.rollback()
    assert announced.count("participants.invited") == 3


def test_sending_the_confirmation_twice_does_nothing_twice(officer: Visitor, session: Session) -> None:
    officer.send("Look at what it will do", {"pasted": TABLE})
    preview, path = officer.page, officer.path
    officer.send(CONFIRM)
    once = counted(session)
    officer.page, officer.path = preview, path
    officer.send(CONFIRM)
    assert officer.reads("Nothing was done twice.")
    assert counted(session) == once


def test_the_same_table_a_second_time_changes_nothing(officer: Visitor) -> None:
    officer.send("Look at what it will do", {"pasted": TABLE})
    officer.send(CONFIRM)
    officer.go(PAGE)
    officer.send("Look at what it will do", {"pasted": TABLE})
    assert officer.reads("This table changes nothing")
    assert CONFIRM not in officer.page.text


def test_a_table_that_would_do_something_else_by_now_is_looked_at_anew(
    officer: Visitor, client_for: ClientFor, cast: Cast, session: Session
) -> None:
    officer.send("Look at what it will do", {"pasted": TABLE})
    invited = {"name": "Ligaya Ramos", "email": "ligaya@phl.example", "role": "delegate"}
    client_for("head_phl").post(f"/i/mac/people/{cast.delegations['PHL']}/invite", data=invited)
    before = counted(session)
    page = officer.send(CONFIRM)
    assert page.status == 409
    assert officer.reads("Something changed since you looked at this table, and nothing was done.")
    assert officer.reads("1 delegation is accredited, 2 people are invited by mail.")
    assert counted(session) == before
    officer.send(CONFIRM)
    assert officer.reads("Invitations sent by mail: 2.")


def test_one_fault_stops_the_whole_table_and_its_words_are_kept(officer: Visitor, session: Session) -> None:
    before = counted(session)
    page = officer.send(
        "Look at what it will do", {"pasted": TABLE.replace("wim@union.example", "wim at union")}
    )
    assert page.status == 422
    assert officer.reads("Line 3, email: This is not an e-mail address.")
    assert CONFIRM not in page.text
    assert "wim at union" in re.findall(r"<textarea.*?</textarea>", page.text, re.DOTALL)[0]
    officer.send("Look again", {"pasted": TABLE})
    officer.send(CONFIRM)
    assert counted(session) == (before[0] + 1, before[1] + 3)


def test_a_file_is_read_whatever_its_encoding_and_a_guess_is_told(client_for: ClientFor) -> None:
    client = client_for("officer")
    table = TABLE.replace("Union of Nurses", "Fédération")
    assert "The letters were guessed." not in upload(client, table.encode("utf-16")).text
    guessed = upload(client, table.encode("cp1252"))
    assert "The letters were guessed." in guessed.text
    assert "Fédération" in guessed.text


def test_a_spreadsheet_and_nothing_at_all_are_answered_with_a_sentence(client_for: ClientFor) -> None:
    client = client_for("officer")
    answer = upload(client, b"PK\x03\x04 and more", "people.xlsx")
    assert (answer.status_code, "Save it as CSV there" in answer.text) == (422, True)
    answer = client.post(PAGE, data={})
    assert (answer.status_code, "Choose a file" in answer.text) == (422, True)


def test_a_file_that_is_too_large_is_not_read(client_for: ClientFor) -> None:
    answer = upload(client_for("officer"), b"x" * (2 * 1024 * 1024 + 1))
    assert answer.status_code == 413
    assert "is larger than" in answer.text


def test_what_goes_out_comes_in_again_and_changes_nothing(client_for: ClientFor, officer: Visitor) -> None:
    officer.send("Look at what it will do", {"pasted": TABLE})
    officer.send(CONFIRM)
    client = client_for("officer")
    out = client.get("/i/mac/people.csv")
    assert out.mimetype == "text/csv"
    assert "ligaya@phl.example" in out.text
    assert "This table changes nothing" in upload(client, out.data).text


@pytest.mark.parametrize("name", ["chair_phl", "head_mwuf", "outsider"])
@pytest.mark.parametrize("path", [PAGE, "/i/mac/people.csv", "/i/mac/people/example.csv"])
def test_only_the_secretariat_finds_these_pages(client_for: ClientFor, name: str, path: str) -> None:
    assert client_for(name).get(path).status_code == 404


def test_the_example_reads_as_a_table(client_for: ClientFor) -> None:
    client = client_for("officer")
    answer = upload(client, client.get("/i/mac/people/example.csv").data)
    assert answer.status_code == 200
    assert "Use this table?" in answer.text


def test_a_long_table_asks_the_database_hardly_more_than_a_short_one(client_for: ClientFor) -> None:
    client = client_for("officer")
    asked = []
    for first, lines in ((0, 2), (100, 80)):
        table = "code,organisation,constituency,standing,person,email,seat\n" + "".join(
            f"N{number},Nurses {number},state,member,Somebody,n{number}@nurses.example,head\n"
            for number in range(first, first + lines)
        )
        visitor = Visitor(InProcess(client))
        visitor.go(PAGE)
        visitor.send("Look at what it will do", {"pasted": table})
        with counted_statements() as statements:
            visitor.send(CONFIRM)
        asked.append(len([one for one in statements if not one.startswith("SELECT")]))
    assert asked[1] <= asked[0] + 5
