"""An installation that ran before there was a search: its index fills itself."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy.orm import Session

from tests.factories.cast import Cast
from tests.features.drafting.acts import WARNING, Draft
from tests.features.review.text import Move, TextUnderReview, close_round, hand_in, open_round, write
from tests.outlets.search.world import found, react
from webapp import reactions
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.outlets.audit.reconcile import reconcile
from webapp.outlets.search.rules.kinds import Kind


@pytest.fixture
def before(repository: Path, app: Flask) -> Iterator[str]:
    """The migration before the one that makes the index; the database is whole again afterwards."""
    scripts = ScriptDirectory(str(repository / "migrations"))
    made = next(one for one in scripts.walk_revisions() if "index_for_search" in one.path)
    assert isinstance(made.down_revision, str)
    yield made.down_revision
    db.session.remove()
    upgrade()


def test_what_happened_before_the_search_is_found_without_anybody_doing_anything(
    session: Session,
    cast: Cast,
    draft: Draft,
    under_review: TextUnderReview,
    moved_clock: Move,
    before: str,
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, draft.warning, "Say kestrel.")
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    react()
    session.close()
    db.session.remove()
    downgrade(revision=before)
    upgrade()
    assert found(session, cast, "head_obs", "kestrel") == []
    react()
    assert found(session, cast, "head_obs", "kestrel") == [(Kind.COMMENT, "Say kestrel.")]
    assert (Kind.TEXT, WARNING) in found(session, cast, "head_obs", "warn")
    report = reconcile(db.session(), clock.now(db.session()), reactions.REACTIONS)
    assert [one for one in report.findings if "reactions" in one] == []


def test_the_worker_repairs_the_index(
    session: Session, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSTANCE_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert found(session, cast, "head_obs", "quispe") == []
    importlib.import_module("workers.search").repair.run()
    assert found(session, cast, "head_obs", "quispe") == [(Kind.PEOPLE, "Rosa Quispe")]


def test_the_command_makes_the_index_anew(app: Flask, session: Session, cast: Cast) -> None:
    answer = app.test_cli_runner().invoke(args=["search", "rebuild"])
    assert (answer.exit_code, "made anew" in answer.output) == (0, True)
    assert found(session, cast, "head_obs", "quispe") == [(Kind.PEOPLE, "Rosa Quispe")]
