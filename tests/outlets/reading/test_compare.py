"""Two revisions compared: every insertion and deletion shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.base.web.markup import faults
from tests.features.drafting.acts import DUTY, WARNING, Draft
from webapp.base.kernel.db import db
from webapp.features.instruments import queries
from webapp.features.instruments.rules.diff import ChangeKind
from webapp.features.instruments.rules.enums import Strength
from webapp.features.instruments.rules.revision_diff import compare_revisions

SignIn = Callable[[str], FlaskClient]
HIDDEN = re.compile(r'<span class="vh">.*?</span>')
TAG = re.compile(r"<.*?>")


def marked(page: str, tag: str) -> list[str]:
    """The words of every `ins` or `del` of a page, without those for screen readers."""
    found = re.findall(rf"<{tag}[ >].*?</{tag}>", page, re.DOTALL)
    return [unescape(TAG.sub("", HIDDEN.sub("", one))) for one in found]


@pytest.fixture
def changed(draft: Draft) -> Draft:
    """A zero draft and a Rev.1 in which something of every kind happened."""
    draft.issue()
    draft.edit(draft.warning, "All States shall warn migrants early, by radio & in words they know.")
    lighter = DUTY.replace("at the first warning", "on request").replace("should", "may")
    draft.edit_duty(lighter, strength=Strength.MAY)
    draft.remove(draft.papers)
    added = draft.add("Nobody is turned away.", after=draft.warning)
    draft.add("Ships carry everybody.")
    draft.move(draft.duty, 1)
    draft.move(added, 1)
    draft.issue()
    return draft


@pytest.mark.parametrize("view", ["", "&view=side"])
def test_every_insertion_and_deletion_shows(changed: Draft, client_for: SignIn, view: str) -> None:
    page = client_for("head_mwuf").get(f"/i/mac/compare?from=0&to=1{view}").text
    revisions = queries.issued_revisions(db.session(), changed.instrument_id)
    old, new = map(queries.snapshot_of, revisions)
    inserted, deleted = marked(page, "ins"), marked(page, "del")
    changes = compare_revisions(old, new)
    assert len(changes) == 5
    for change in changes:
        for piece in change.words:
            if piece.kind is ChangeKind.INSERT:
                assert piece.text in inserted
            elif piece.kind is ChangeKind.DELETE:
                assert piece.text in deleted


def test_both_ways_give_the_same_words_exchanged(changed: Draft, client_for: SignIn) -> None:
    client = client_for("head_mwuf")
    there = client.get("/i/mac/compare?from=0&to=1").text
    back = client.get("/i/mac/compare?from=1&to=0").text
    assert WARNING.split()[0] in there
    assert sorted(marked(there, "del")) == sorted(marked(back, "ins"))


def test_strength_fields_and_moves_are_told(changed: Draft, client_for: SignIn) -> None:
    page = client_for("head_mwuf").get("/i/mac/compare").text
    assert "Two changes of strength." in page
    assert "Changes strength: should → shall" in page
    assert "Changes strength: should → may" in page
    assert "Whole provision deleted" in page
    assert "New provision" in page
    assert "Of 5 provisions: 2 changed, 2 new, 1 as before." in page
    assert "1 provision was deleted." in page


def test_the_whole_text_shows_what_stayed(changed: Draft, client_for: SignIn) -> None:
    client = client_for("head_mwuf")
    assert "Recalling that crises" not in client.get("/i/mac/compare").text
    assert "Recalling that crises" in client.get("/i/mac/compare?show=all").text


def test_a_moved_provision_is_told_as_moved(draft: Draft, client_for: SignIn) -> None:
    draft.issue()
    draft.move(draft.warning, 1)
    draft.issue()
    page = client_for("head_mwuf").get("/i/mac/compare").text
    assert "1 only moved" in page
    assert marked(page, "ins") == marked(page, "del") == []


def test_one_revision_alone_is_not_compared(draft: Draft, client_for: SignIn) -> None:
    draft.issue()
    client = client_for("head_mwuf")
    assert client.get("/i/mac/compare").location == "/i/mac/text"
    draft.edit(draft.warning, "States warn.")
    draft.issue()
    assert client.get("/i/mac/compare?from=0&to=7").status_code == 404


def test_the_pages_are_valid_html(changed: Draft, client_for: SignIn) -> None:
    reader, chair = client_for("head_mwuf"), client_for("chair_phl")
    changed.edit(changed.warning, "States must warn [migrants -- PHL][people].")
    place = f"/i/mac/draft/{changed.instrument_id}"
    proposed = f"/i/mac/draft/proposed/{changed.propose()}"
    found = {
        path: faults(client.get(path).text)
        for client, path in (
            (reader, "/i/mac/text"),
            (reader, "/i/mac/text/0"),
            (reader, "/i/mac/compare"),
            (reader, "/i/mac/compare?show=all"),
            (reader, "/i/mac/compare?view=side&show=all"),
            (chair, place),
            (chair, f"{place}/issue"),
            (chair, proposed),
            (client_for("chair_usa"), proposed),
            (chair, f"{place}/provisions/{changed.duty}"),
            (chair, f"{place}/elements/add"),
        )
    }
    assert {path: one for path, one in found.items() if one} == {}
