"""Publishing as an act: who may, what is refused, what the journal keeps."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.base.web.markup import faults
from tests.features.decisions.stage import Stage
from tests.features.drafting.acts import Draft
from tests.features.publishing.acts import publish, write_mandate
from webapp.base.kernel.clock import now
from webapp.base.kernel.errors import Denied, NotFound, Refused
from webapp.base.kernel.journal import JournalBody, JournalLeaf
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.decisions import service as decisions
from webapp.features.publishing import queries
from webapp.features.publishing.models import Publication
from webapp.features.publishing.rules import ItemKind

SignIn = Callable[[str], FlaskClient]
MoveClock = Callable[[dt.timedelta | dt.datetime], None]
DAY = dt.timedelta(days=1)


def closed(stage: Stage, moved_clock: MoveClock, *, announced: bool = True) -> str:
    decision_id = stage.open()
    stage.take(decision_id, "head_phl", "agree")
    stage.take(decision_id, "head_mar", "object", "It binds whom it does not name.")
    moved_clock(stage.decision(decision_id).closes_at + dt.timedelta(seconds=1))
    stage.close(decision_id)
    if announced:
        with unit_of_work() as work:
            decisions.announce(work, stage.cast.actor("chair_phl", work.session), decision_id)
    return decision_id


def test_a_co_chair_publishes_a_revision_and_the_journal_tells_everybody(
    stage: Stage, session: Session
) -> None:
    row = publish(stage.cast, ItemKind.REVISION, stage.revision_id)
    assert row.published_at == row.acted_at
    body = session.scalars(select(JournalBody).where(JournalBody.object_id == row.id)).one()
    told = json.loads(body.body or "")
    assert told["capacity"] == "co_chair"
    assert told["content"]["digest"] == row.digest
    entry = queries.entry_of(session, row)
    leaf = session.get_one(JournalLeaf, (stage.cast.initiative_id, body.sequence))
    assert entry == queries.Entry(leaf.sequence, leaf.hash)


@pytest.mark.parametrize("who", ["head_phl", "officer", "head_obs"])
def test_nobody_else_may_publish(stage: Stage, session: Session, who: str) -> None:
    with pytest.raises(Denied):
        publish(stage.cast, ItemKind.REVISION, stage.revision_id, who=who)
    assert session.scalars(select(Publication)).all() == []


def test_an_item_is_published_once(stage: Stage) -> None:
    publish(stage.cast, ItemKind.REVISION, stage.revision_id)
    with pytest.raises(Refused, match=r"publishing\.already"):
        publish(stage.cast, ItemKind.REVISION, stage.revision_id)


def test_what_is_not_issued_or_elsewhere_cannot_be_published(draft: Draft) -> None:
    proposed = draft.propose()
    with pytest.raises(NotFound):
        publish(draft.cast, ItemKind.REVISION, proposed)
    with pytest.raises(NotFound):
        publish(draft.cast, ItemKind.OUTCOME, proposed)
    with pytest.raises(NotFound):
        publish(draft.cast, ItemKind.MANDATE, proposed)


def test_an_outcome_is_published_after_it_was_announced(stage: Stage, moved_clock: MoveClock) -> None:
    decision_id = closed(stage, moved_clock, announced=False)
    with pytest.raises(Refused, match=r"publishing\.not_announced"):
        publish(stage.cast, ItemKind.OUTCOME, decision_id)
    with unit_of_work() as work:
        decisions.announce(work, stage.cast.actor("chair_phl", work.session), decision_id)
    row = publish(stage.cast, ItemKind.OUTCOME, decision_id)
    outcome = stage.decision(decision_id).outcome or ""
    assert row.digest == hashlib.sha256(outcome.encode()).hexdigest()


def test_it_is_visible_from_its_moment_and_not_before(stage: Stage, session: Session) -> None:
    at = now(session) + DAY
    publish(stage.cast, ItemKind.REVISION, stage.revision_id, at=at)
    place = stage.cast.initiative_id
    session.rollback()
    assert queries.visible(session, place, at - dt.timedelta(seconds=1)) == []
    assert queries.revisions(session, place, at - dt.timedelta(seconds=1)) == []
    assert [row.item_id for row in queries.visible(session, place, at)] == [stage.revision_id]
    assert [card.id for card in queries.revisions(session, place, at)] == [stage.revision_id]


def test_a_mandate_stays_public_as_it_was_published_until_it_is_published_anew(
    stage: Stage, session: Session
) -> None:
    cast = stage.cast
    publish(cast, ItemKind.MANDATE, cast.initiative_id)
    with pytest.raises(Refused, match=r"publishing\.nothing_changed"):
        publish(cast, ItemKind.MANDATE, cast.initiative_id)
    write_mandate(cast, "Something that is not public yet.")

    def read() -> str:
        session.rollback()
        found = queries.mandate(queries.visible(session, cast.initiative_id, now(session)))
        assert found is not None
        return found.mandate

    assert read() == "To say who is responsible for what."
    publish(cast, ItemKind.MANDATE, cast.initiative_id)
    assert read() == "Something that is not public yet."


def test_publishing_takes_two_pages(stage: Stage, session: Session, client_for: SignIn) -> None:
    chair, path = client_for("chair_usa"), f"/i/mac/publish/revision/{stage.revision_id}"
    assert "Publish this revision" in chair.get("/i/mac/text").text
    form = chair.get(path).text
    confirming = chair.post(path, data={"at": ""}).text
    assert (faults(form), faults(confirming)) == ([], [])
    assert "It cannot be taken back." in confirming
    assert session.scalars(select(Publication)).all() == []
    answer = chair.post(path, data={"at": "", "confirmed": "1"})
    assert (answer.status_code, answer.location) == (303, "/i/mac/published")
    listed = chair.get("/i/mac/published").text
    assert faults(listed) == []
    assert 'href="/p/mac/text/0"' in listed
    assert "Publish this revision" not in chair.get("/i/mac/text").text
    assert "Everybody can read it since" in chair.get(path).text


def test_a_moment_that_has_passed_comes_back_with_the_form(stage: Stage, client_for: SignIn) -> None:
    path = f"/i/mac/publish/revision/{stage.revision_id}"
    answer = client_for("chair_usa").post(path, data={"at": "2020-01-01T10:00"})
    assert answer.status_code == 422
    assert "That moment has passed." in answer.text
    assert 'value="2020-01-01T10:00"' in answer.text


def test_the_page_of_a_decision_offers_to_publish_its_outcome_to_a_co_chair(
    stage: Stage, client_for: SignIn, moved_clock: MoveClock
) -> None:
    decision_id = closed(stage, moved_clock)
    page, path = f"/i/mac/decisions/{decision_id}", f"/i/mac/publish/outcome/{decision_id}"
    assert path not in client_for("head_phl").get(page).text
    assert client_for("head_phl").get(path).status_code == 404
    chair = client_for("chair_usa")
    assert path in chair.get(page).text
    assert chair.post(path, data={"at": "", "confirmed": "1"}).status_code == 303
    assert path not in chair.get(page).text
    assert "A co-chair published this outcome." in chair.get(page).text


def test_everybody_who_takes_part_reads_what_is_and_will_be_public(
    stage: Stage, session: Session, client_for: SignIn
) -> None:
    assert "Nothing is published yet" in client_for("head_obs").get("/i/mac/published").text
    publish(stage.cast, ItemKind.REVISION, stage.revision_id, at=now(session) + DAY)
    page = client_for("head_obs").get("/i/mac/published").text
    assert "visible from" in page
    assert "/p/mac/" not in page


def test_the_mandate_is_published_from_the_list(stage: Stage, client_for: SignIn) -> None:
    chair = client_for("chair_phl")
    assert "/i/mac/publish/mandate" in chair.get("/i/mac/published").text
    assert faults(chair.get("/i/mac/publish/mandate").text) == []
    assert chair.post("/i/mac/publish/mandate", data={"confirmed": "1"}).status_code == 303
    assert "/i/mac/publish/mandate" not in chair.get("/i/mac/published").text
