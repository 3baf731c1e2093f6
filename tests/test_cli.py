from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from config import ROOT, load_settings
from tests.base.kernel.happenings import BY, Rang
from tests.factories.cast import Cast
from tests.features.decisions.rules.records import encode, sample
from webapp.app import create_app
from webapp.base.kernel.journal import JournalHead
from webapp.base.kernel.links import read_link
from webapp.base.kernel.outbox import OutboxRow, OutboxState
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions.rules.evaluate import evaluate
from webapp.features.decisions.rules.outcome import to_json
from webapp.features.decisions.rules.record import read_record
from webapp.features.people.models import OneTimeLink, Person
from webapp.features.people.rules import LINK_PURPOSE


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=list(words))


def ring(times: int, chain: str | None = None) -> None:
    for number in range(times):
        with unit_of_work() as work:
            work.record(BY, Rang(initiative_id=chain, object_id="b", times=number))


def last_hash(session: Session, chain: str) -> str:
    session.rollback()
    return session.get_one(JournalHead, chain).hash


def test_an_administrator_is_made_and_sent_a_link(app: Flask, session: Session) -> None:
    result = run(app, "admin", "create", "Ada@Site.example", "--name", "Ada Root")
    assert result.exit_code == 0, result.output
    session.rollback()
    person = session.scalars(select(Person)).one()
    assert (person.email, person.name, person.is_administrator) == ("ada@site.example", "Ada Root", True)
    assert session.scalars(select(OutboxRow.event)).all() == ["people.administrator_created"]


def test_the_printed_link_opens_the_page_that_sets_the_password(app: Flask, session: Session) -> None:
    address = run(app, "admin", "create", "ada@site.example").output.splitlines()[-1]
    token = address.rpartition("/")[2]
    session.rollback()
    link = session.scalars(select(OneTimeLink)).one()
    assert read_link(app.secret_key or "", LINK_PURPOSE, token) == link.id  # type: ignore[arg-type]
    assert app.test_client().get(address).status_code == 200


def test_what_is_no_address_is_refused_with_a_sentence(app: Flask) -> None:
    result = run(app, "admin", "create", "nobody")
    assert result.exit_code == 1
    assert "not an e-mail address" in result.output


def test_the_outcome_of_a_record_needs_no_database(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_bytes(encode(sample()))
    result = run(app, "decisions", "evaluate", str(file))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["result"] in ("passed", "failed", "undecided")
    file.write_text("{}")
    assert run(app, "decisions", "evaluate", str(file)).exit_code == 2


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"DATABASE_URL": "postgresql://nobody:nothing@127.0.0.1:1/nowhere"},
        {"CONCORD_MODE": "production"},
        {"INSTANCE_DIR": "/dev/null/instance"},
        {"REDIS_URL": "redis://127.0.0.1:1/0", "PORT": "none"},
    ],
)
def test_an_outcome_is_recomputed_whatever_the_settings_are(settings: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", "decisions", "evaluate", "-"],
        cwd=ROOT,
        env=settings,
        input=encode(sample()),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == to_json(evaluate(read_record(encode(sample()))))


def test_untouched_chains_are_verified_one_line_each(app: Flask, session: Session, cast: Cast) -> None:
    ring(2)
    ring(3, cast.initiative_id)
    result = run(app, "journal", "verify")
    assert result.exit_code == 0
    assert [line.partition(":")[0] for line in result.output.splitlines()] == sorted(
        ["site", cast.initiative_id]
    )
    assert last_hash(session, "site") in result.output


def test_one_chain_is_named_by_the_short_name_of_its_initiative(app: Flask, cast: Cast) -> None:
    ring(3, cast.initiative_id)
    assert "up to entry 3" in run(app, "journal", "verify", "--chain", cast.slug).output
    assert run(app, "journal", "verify", "--chain", "elsewhere").exit_code == 2


def test_a_kept_hash_that_does_not_fit_ends_with_1(app: Flask, session: Session) -> None:
    ring(2)
    good = f"2:{last_hash(session, 'site')[:16]}"
    assert run(app, "journal", "verify", "--chain", "site", "--kept", good).exit_code == 0
    bad = run(app, "journal", "verify", "--chain", "site", "--kept", "2:0000000000")
    assert bad.exit_code == 1
    assert "entry 2: its hash is not the one that was kept" in bad.output
    cut = run(app, "journal", "verify", "--chain", "site", "--kept", "5:0000000000")
    assert cut.exit_code == 1
    assert "entry 5: the chain ends before it" in cut.output


@pytest.mark.parametrize("words", [("--kept", "2:00000000"), ("--chain", "site", "--kept", "two")])
def test_kept_hashes_that_cannot_be_used_are_refused(app: Flask, words: tuple[str, ...]) -> None:
    assert run(app, "journal", "verify", *words).exit_code == 2


@pytest.mark.parametrize(
    ("tampering", "entry"),
    [
        ("UPDATE journal_leaf SET hash = '0' WHERE sequence = 2", 2),
        ("DELETE FROM journal_body WHERE sequence = 3", 3),
        ("UPDATE journal_body SET body = '{}' WHERE sequence = 1", 1),
        ("UPDATE journal_body SET body = NULL WHERE sequence = 2", 2),
        ("UPDATE journal_head SET sequence = 5", 5),
        (
            "UPDATE journal_head SET sequence = 2, hash = (SELECT hash FROM journal_leaf WHERE sequence = 2)",
            3,
        ),
        ("DELETE FROM journal_head", 1),
    ],
)
def test_whoever_goes_around_the_triggers_is_found_out(
    app: Flask, session: Session, tampering: str, entry: int
) -> None:
    ring(4)
    without_triggers(session, tampering)
    result = run(app, "journal", "verify")
    assert result.exit_code == 1
    assert f"entry {entry}: " in result.output
    assert run(app, "reconcile").exit_code == 1


def without_triggers(session: Session, statement: str) -> None:
    """Change the database as somebody could who owns it."""
    session.rollback()
    if session.get_bind().dialect.name == "postgresql":
        drop = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in ("journal_leaf", "journal_body")]
    else:
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        drop = [f"DROP TRIGGER {name}" for name in names]
    session.rollback()
    with unit_of_work() as work:
        for one in (*drop, statement):
            work.session.execute(text(one))


def test_an_export_is_verified_without_the_database(app: Flask, cast: Cast, tmp_path: Path) -> None:
    ring(3, cast.initiative_id)
    told = run(app, "journal", "export", cast.slug).stdout
    file = tmp_path / "journal.json"
    file.write_text(told)
    assert run(app, "journal", "verify", "--export", str(file)).exit_code == 0
    file.write_text(told.replace('\\"times\\":1', '\\"times\\":7'))
    result = run(app, "journal", "verify", "--export", str(file))
    assert result.exit_code == 1
    assert "entry 2: its body or salt was changed" in result.output
    file.write_text("[]")
    assert run(app, "journal", "verify", "--export", str(file)).exit_code == 1


def test_where_all_is_well_reconcile_ends_with_0(app: Flask, cast: Cast) -> None:
    ring(2)
    result = run(app, "reconcile")
    assert result.exit_code == 0, result.output
    for line in (
        "outbox: none",
        "oldest due row: none",
        "rounds: none",
        "last beat: never",
        "nothing is off",
    ):
        assert line in result.output
    assert "journal site: verified up to entry 2" in result.output


def after_an_administrator(app: Flask, change: Any) -> Result:
    run(app, "admin", "create", "ada@site.example")
    with unit_of_work() as work:
        work.session.execute(change)
    return run(app, "reconcile")


def test_reconcile_misses_a_reaction_that_was_lost(app: Flask) -> None:
    result = after_an_administrator(app, delete(OutboxRow))
    assert result.exit_code == 1
    assert "off: people.administrator_created: 1 reactions should exist, 0 do" in result.output


def test_reconcile_tells_of_a_reaction_that_failed(app: Flask) -> None:
    result = after_an_administrator(app, update(OutboxRow).values(state=OutboxState.FAILED.value))
    assert result.exit_code == 1
    assert "off: 1 reactions failed for good" in result.output


def test_reconcile_tells_of_a_reaction_that_nobody_runs(
    app: Flask, moved_clock: Callable[[dt.timedelta], None]
) -> None:
    run(app, "admin", "create", "ada@site.example")
    assert run(app, "reconcile").exit_code == 0
    moved_clock(dt.timedelta(minutes=3))
    result = run(app, "reconcile")
    assert result.exit_code == 1
    assert "off: 1 reactions wait for more than two minutes" in result.output


def test_the_demos_commands_are_refused_in_production(tmp_path: Path) -> None:
    made = create_app(
        load_settings(
            {
                "CONCORD_MODE": "production",
                "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}",
                "SECRET_KEY": "k" * 40,
                "PUBLIC_URL": "https://concord.example",
                "TRUSTED_HOSTS": "concord.example",
                "SMTP_URL": "smtp://mail.example",
                "MAIL_FROM": "concord@concord.example",
                "INSTANCE_DIR": str(tmp_path),
            }
        )
    )
    for words in (("demo",), ("demo", "load"), ("demo", "accounts", "--json")):
        result = run(made, *words)
        assert result.exit_code == 2
        assert "only in demo mode" in result.output
    assert all(not rule.rule.startswith("/demo") for rule in made.url_map.iter_rules())
