from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text

from tests.factories.cast import Cast
from tests.features.drafting.acts import begin
from tests.features.review.text import Move, TextUnderReview, close_round, hand_in, open_round, write
from webapp.base.kernel.db import KEPT_BY_MIGRATIONS, Base, db, is_of_the_models


def scripts(repository: Path) -> ScriptDirectory:
    return ScriptDirectory(str(repository / "migrations"))


@pytest.fixture
def tables(app: Flask) -> Iterator[set[str]]:
    """Leaves the database whole, whatever a test did to it."""
    yield set(Base.metadata.tables)
    db.session.remove()
    upgrade()


def present() -> set[str]:
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"} - KEPT_BY_MIGRATIONS


def differences() -> list[object]:
    with db.engine.connect() as connection:
        opts = {"compare_type": True, "include_name": is_of_the_models}
        context = MigrationContext.configure(connection, opts=opts)
        return list(compare_metadata(context, Base.metadata))


def test_there_is_one_head(repository: Path) -> None:
    assert len(scripts(repository).get_heads()) == 1


def test_files_are_numbered_in_order_and_named_after_what_they_do(repository: Path) -> None:
    revisions = list(reversed(list(scripts(repository).walk_revisions())))
    assert [one.revision for one in revisions] == [f"{n:04}" for n in range(1, len(revisions) + 1)]
    assert all(Path(one.path).name.startswith(f"{one.revision}_") for one in revisions)


def test_the_database_after_all_migrations_equals_the_models(app: Flask) -> None:
    assert differences() == []


def test_migrations_go_down_to_nothing_and_up_again(tables: set[str]) -> None:
    assert present() == tables
    db.session.remove()
    downgrade(revision="base")
    assert present() == set()
    upgrade()
    assert present() == tables
    assert differences() == []


@pytest.fixture
def under_review(cast: Cast, moved_clock: Move) -> str:
    """A closed round with a comment, so that rows point to rows in every direction."""
    draft = begin(cast)
    revision_id = draft.issue().id
    text = TextUnderReview(draft.instrument_id, revision_id, (draft.warning, draft.papers))
    round_id = open_round(cast, text, moved_clock)
    write(cast, "head_mwuf", round_id, draft.warning, "Warn at work.")
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    return round_id


def counted(names: set[str]) -> dict[str, int]:
    with db.engine.connect() as connection:
        return {name: connection.scalar(text(f"SELECT count(*) FROM {name}")) or 0 for name in names}


def test_rows_that_point_to_each_other_survive_going_down_and_up(tables: set[str], under_review: str) -> None:
    before = counted(tables)
    db.session.remove()
    downgrade(revision="0003")
    kept = present()
    upgrade()
    after = counted(kept)
    assert after["comment"] == 1
    assert {name for name in kept if after[name] != before[name]} <= {"outbox"}


def test_check_constraints_of_the_models_are_in_the_database(app: Flask) -> None:
    inspector = inspect(db.engine)
    for name, table in Base.metadata.tables.items():
        wanted = {str(one.name) for one in table.constraints if one.__visit_name__ == "check_constraint"}
        assert wanted <= {str(one["name"]) for one in inspector.get_check_constraints(name)}, name


def test_foreign_keys_are_enforced(app: Flask) -> None:
    with db.engine.connect() as connection, pytest.raises(Exception, match=r"(?i)foreign key"):
        connection.execute(text("INSERT INTO audience_space (audience_id, space) VALUES ('none', 'public')"))
