"""Nobody has to be there: worker and beat, in processes of their own, open, close and tell at the due moment."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from tests.factories.cast import make_cast
from tests.features.review.text import make_text, plan
from tests.support.processes import Installation, wait_until
from tests.support.smtp_sink import SmtpSink, smtp_sink
from webapp.app import create_app
from webapp.base.kernel.clock import ClockOffset
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import service as decisions
from webapp.features.decisions.rules.proposals import Proposal
from webapp.features.decisions.rules.transitions import DecisionKind, SubjectKind

pytestmark = pytest.mark.processes

DAY = dt.timedelta(days=1)


def prepare(made: Installation) -> None:
    """A round that opens in a day and closes ten days later, and a call that closes in two days."""
    with create_app(made.settings).app_context():
        cast = make_cast()
        plan(cast, make_text(cast))
        with unit_of_work() as work:
            work.session.add(ClockOffset(id=1, seconds=0))
            proposal = Proposal(
                kind=DecisionKind.CALL,
                subject_kind=SubjectKind.QUESTION,
                subject_id=None,
                question="Shall we meet in Manila?",
                rule_key="consensus",
                closes_at=work.now() + 2 * DAY,
            )
            chair = cast.actor("chair_phl", work.session)
            row = decisions.propose(work, chair, cast.initiative_id, proposal)
        with unit_of_work() as work:
            decisions.confirm(work, cast.actor("chair_usa", work.session), row.id)


def move(path: str, by: dt.timedelta) -> None:
    with sqlite3.connect(path, timeout=10) as connection:
        connection.execute("UPDATE clock_offset SET seconds = ?", (int(by.total_seconds()),))


def states(path: str) -> tuple[str, str]:
    with sqlite3.connect(path, timeout=10) as connection:
        [(round_state, call_state)] = connection.execute(
            "SELECT (SELECT state FROM review_round), (SELECT state FROM decision)"
        ).fetchall()
    return str(round_state), str(call_state)


def told(sink: SmtpSink, address: str) -> list[str]:
    return [str(mail.message()["Subject"]) for mail in sink.accepted if address in mail.recipients]


def test_a_round_and_a_call_run_from_beginning_to_end_with_nobody_there(tmp_path: Path) -> None:
    path = str(tmp_path / "instance" / "concord.sqlite3")
    environ = {"DATABASE_URL": f"sqlite:///{path}"}
    with (
        smtp_sink() as sink,
        Installation(tmp_path / "instance", {**environ, "SMTP_URL": sink.url}) as made,
    ):
        made.migrate()
        prepare(made)
        made.start("broker", "worker", "beat")
        head = "head.mwuf@cast.example"
        wait_until(lambda: len(told(sink, head)) == 1, "the head is asked for a position")
        move(path, DAY + dt.timedelta(minutes=1))
        wait_until(lambda: states(path) == ("open", "open"), "the round opens")
        move(path, 3 * DAY)
        wait_until(lambda: states(path) == ("open", "closed"), "the call closes")
        move(path, 12 * DAY)
        wait_until(lambda: states(path) == ("closed", "closed"), "the round closes")
        wait_until(lambda: "Round 1 is closed" in told(sink, head), "the head is told that the round closed")
        verified = made.command("journal", "verify")
        assert verified.returncode == 0, verified.stdout
