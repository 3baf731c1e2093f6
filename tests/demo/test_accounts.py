from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from config import load_settings
from webapp.app import create_app
from webapp.demo.accounts import PASSWORD
from webapp.demo.content import DEMO
from webapp.features.people import passwords
from webapp.features.people import queries as people


@pytest.fixture
def client(loaded: Flask) -> FlaskClient:
    return loaded.test_client()


def test_the_accounts_are_listed_as_objects_with_their_roles(loaded: Flask) -> None:
    result = loaded.test_cli_runner().invoke(args=["demo", "accounts", "--json"])
    assert result.exit_code == 0
    listed = {one["email"]: one for one in json.loads(result.stdout)}
    assert len(listed) == len(DEMO.people)
    assert listed["tala.reyes@philippines.example"] == {
        "email": "tala.reyes@philippines.example",
        "password": PASSWORD,
        "name": "Tala Reyes",
        "delegation": "Philippines",
        "delegation_code": "PHL",
        "constituency": "state",
        "roles": ["co_chair", "head"],
    }
    assert listed["noor.verhaegen@concord.example"]["roles"] == ["administrator"]
    assert listed["leilani.faumuina@iom.example"]["delegation"] is None


def test_the_accounts_are_listed_for_people_with_the_one_password(loaded: Flask) -> None:
    result = loaded.test_cli_runner().invoke(args=["demo", "accounts"])
    assert result.exit_code == 0
    assert PASSWORD in result.stdout
    assert all(person.email in result.stdout for person in DEMO.people)
    assert "Ines Okafor, Migrant Workers’ Union Federation, head of delegation" in result.stdout


def test_every_account_has_the_password(demo: Session) -> None:
    for person in DEMO.people:
        row = people.person_by_email(demo, person.email)
        assert row is not None
        assert row.time_zone == person.time_zone
        assert passwords.weigh(row.password_hash, PASSWORD).fits, person.email


def test_somebody_signs_in_with_a_button_of_the_sign_in_page(client: FlaskClient) -> None:
    page = client.get("/sign-in").get_data(as_text=True)
    assert "Accounts of the demo" in page
    form = next(part for part in page.split("<form") if 'value="ines.okafor@' in part)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    answer = client.post("/sign-in", data={**fields, "next": "/demo/time"})
    assert answer.status_code == 303
    page = client.get("/i/mac/").get_data(as_text=True)
    assert "Ines Okafor</a> for <b>Migrant Workers’ Union Federation</b>" in page


def test_a_foot_line_says_that_positions_are_fictional_before_anybody_is_signed_in(
    client: FlaskClient,
) -> None:
    assert "the positions of real States" in client.get("/sign-in").get_data(as_text=True)


@pytest.mark.parametrize("words", [["load"], ["accounts", "--json"], ["mailbox-server", "--port", "2525"]])
def test_outside_the_demo_its_commands_are_refused(tmp_path: Path, words: list[str]) -> None:
    production = create_app(
        load_settings(
            {
                "CONCORD_MODE": "production",
                "SECRET_KEY": "x" * 40,
                "DATABASE_URL": f"sqlite:///{tmp_path / 'production.sqlite3'}",
                "INSTANCE_DIR": str(tmp_path),
                "PUBLIC_URL": "https://concord.example",
                "TRUSTED_HOSTS": "concord.example",
                "SMTP_URL": "smtp://mail.concord.example",
                "MAIL_FROM": "Concord <desk@concord.example>",
            }
        )
    )
    result = production.test_cli_runner().invoke(args=["demo", *words])
    assert result.exit_code == 2
    assert "exist only in demo mode" in result.stderr
    assert not [rule for rule in production.url_map.iter_rules() if rule.endpoint.startswith("demo.")]
