from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.factories.cast import Cast
from tests.features.review.text import (
    Move,
    TextUnderReview,
    answer,
    close_round,
    hand_in,
    make_text,
    open_round,
    write,
)
from webapp.base.kernel.db import db
from webapp.features.review import queries

SignIn = Callable[[str], FlaskClient]


@pytest.fixture
def text(cast: Cast) -> TextUnderReview:
    return make_text(cast)


def test_the_table_has_each_comment_with_its_answer(
    cast: Cast, text: TextUnderReview, moved_clock: Move, client_for: SignIn
) -> None:
    round_id = open_round(cast, text, moved_clock)
    write(cast, "head_mwuf", round_id, text.provisions[0], "=Say who warns.", words="warn migrants early")
    write(cast, "head_mwuf", round_id, None, "A general word.")
    hand_in(cast, "head_mwuf", round_id)
    address = f"/i/mac/rounds/{round_id}/comments.csv"
    assert client_for("officer").get(address).status_code == 404
    close_round(cast, round_id, moved_clock)
    first = queries.comments_of_round(db.session(), cast.actor("officer_free"), round_id)
    comment_id = next(one.id for one in first if one.provision_id)
    db.session.remove()
    answer(cast, "officer_free", comment_id)
    table = client_for("head_empl").get(address)
    rows = list(csv.DictReader(io.StringIO(table.data.decode("utf-8-sig"))))
    by_clause = {row["Clause"]: row for row in rows}
    assert set(by_clause) == {"1.1", "whole text"}
    assert by_clause["1.1"]["Comment"] == "'=Say who warns."
    assert by_clause["1.1"]["Words concerned"] == "warn migrants early"
    assert by_clause["1.1"]["Disposition"] == "accepted"
    assert by_clause["whole text"]["Disposition"] == ""
    assert client_for("outsider").get(address).status_code == 404
