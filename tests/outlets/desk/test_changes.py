"""What changed since the last visit: for each reader, what they may read and did not do themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from tests.base.web.markup import faults
from tests.factories.cast import PEOPLE, Cast
from tests.features.drafting.acts import DUTY, Draft, begin
from tests.features.publishing.acts import publish
from tests.features.review.text import (
    Move,
    TextUnderReview,
    answer,
    close_round,
    closing,
    hand_in,
    open_round,
    write,
)
from webapp.base.access import spaces
from webapp.base.access.actor import Capacity
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives.events import Changed
from webapp.features.instruments.rules.enums import Strength
from webapp.features.participants.events import SeatTaken
from webapp.features.people.models import Visit
from webapp.features.publishing.rules import ItemKind
from webapp.features.review import queries as review

ClientFor = Callable[[str], FlaskClient]
DAY = dt.timedelta(days=1)


@pytest.fixture
def draft(cast: Cast) -> Draft:
    return begin(cast)


@pytest.fixture
def under_review(draft: Draft) -> TextUnderReview:
    return TextUnderReview(draft.instrument_id, draft.issue().id, (draft.warning, draft.papers))


def everybody_was_here(cast: Cast) -> None:
    """Everybody was here a moment ago and in a visit a year before; when they come back, it is another visit."""
    with unit_of_work() as work:
        now = work.now()
        for person_id in cast.people.values():
            row = work.session.get(Visit, person_id)
            if row is None:
                work.session.add(Visit(person_id=person_id, began_at=now, seen_at=now))
            else:
                row.began_at = row.seen_at = now


def words(page: str) -> str:
    return " ".join(page.split())


def test_an_issued_revision_shows_its_changed_words_with_strength_flagged(
    cast: Cast, draft: Draft, client_for: ClientFor, moved_clock: Move
) -> None:
    draft.issue()
    everybody_was_here(cast)
    draft.edit_duty(DUTY.replace("should", "shall"), strength=Strength.SHALL)
    draft.edit(draft.recital, "Recalling that crises spare nobody, ever.")
    draft.edit(draft.warning, "States should warn migrants in time.")
    draft.edit(draft.papers, "Employers return papers.")
    draft.issue()
    moved_clock(DAY)
    page = words(client_for("head_obs").get("/").text)
    assert "Since your last visit" in page
    assert "Rev.1 is issued as MAC/VP/2026/1/Rev.1" in page
    assert "Changes strength: should → shall" in page
    assert "time<span" in page
    assert "1 more changed provision" in page
    assert 'href="/i/mac/compare?from=0&amp;to=1' in page
    assert faults(client_for("head_obs").get("/").text) == []


def test_two_revisions_show_what_both_changed_together(
    cast: Cast, draft: Draft, client_for: ClientFor, moved_clock: Move
) -> None:
    draft.issue()
    everybody_was_here(cast)
    for sentence in ("States warn.", "States warn soon."):
        draft.edit(draft.warning, sentence)
        draft.issue()
    moved_clock(DAY)
    page = words(client_for("head_obs").get("/").text)
    assert "Rev.1 is issued" in page
    assert "Rev.2 is issued" in page
    assert page.count('class="quote"') == 1


def test_answers_to_the_own_comments_show_with_the_beginning_of_their_reason(
    cast: Cast, draft: Draft, under_review: TextUnderReview, client_for: ClientFor, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    write(cast, "delegate_mwuf", round_id, draft.warning, "Say who warns.")
    hand_in(cast, "head_mwuf", round_id)
    close_round(cast, round_id, moved_clock)
    everybody_was_here(cast)
    db.session.remove()
    (view,) = review.comments_of_round(db.session(), cast.actor("officer_free"), round_id)
    answer(cast, "officer_free", view.id, reason="It says so now. " * 40)
    moved_clock(closing(cast, round_id) + DAY)
    own = words(client_for("adviser_mwuf").get("/").text)
    assert "Your comment R1/MWUF/001 on 1.1: accepted" in own
    assert f'href="/i/mac/text/comments/{view.id}"' in own
    assert "It says so now." in own
    assert "…" in own
    other = words(client_for("head_iom").get("/").text)
    assert "Your comment" not in other
    assert "One comment of another delegation in round 1 was answered" in other
    assert "was answered" not in words(client_for("officer_free").get("/").text)


def test_a_closed_round_tells_what_others_wrote_beside_the_own_comments(
    cast: Cast, draft: Draft, under_review: TextUnderReview, client_for: ClientFor, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    everybody_was_here(cast)
    write(cast, "delegate_mwuf", round_id, draft.warning, "Say who warns.")
    write(cast, "head_iom", round_id, draft.warning, "Kestrel says when.")
    write(cast, "head_iom", round_id, draft.duty, "Kestrel says how.")
    for who in ("head_mwuf", "head_iom"):
        hand_in(cast, who, round_id)
    while_open = words(client_for("head_mwuf").get("/changes?since=week").text)
    assert "closed" not in while_open
    assert "of others" not in while_open
    close_round(cast, round_id, moved_clock)
    page = words(client_for("head_mwuf").get("/").text)
    assert "First round closed" in page
    assert "3 comments can be read now." in page
    assert "One comment of others on provisions that you commented on" in page
    assert f"open={draft.warning}#p1.1" in page
    assert f"open={draft.duty}" not in page


def test_the_own_draft_is_told_to_the_own_delegation_alone(
    cast: Cast, draft: Draft, under_review: TextUnderReview, client_for: ClientFor, moved_clock: Move
) -> None:
    round_id = open_round(cast, under_review, moved_clock)
    everybody_was_here(cast)
    write(cast, "delegate_mwuf", round_id, draft.warning, "Say who warns.")
    for who, *_ in PEOPLE:
        told = "your delegation’s draft for round 1" in client_for(who).get("/changes?since=week").text
        assert told == (who in {"head_mwuf", "alternate_mwuf", "adviser_mwuf"}), who


def test_what_one_did_oneself_is_no_news(cast: Cast, draft: Draft, client_for: ClientFor) -> None:
    revision = draft.issue()
    publish(cast, ItemKind.REVISION, revision.id, who="chair_phl")
    assert "Everybody may read a revision" in client_for("chair_usa").get("/changes?since=week").text
    assert "Everybody may read a revision" not in client_for("chair_phl").get("/changes?since=week").text


def record_often(cast: Cast, times: int, *, readers_of_chairs: bool = False) -> None:
    """Entries of the journal that are told, for all or for the co-chairs alone."""

    class ForChairs(Changed):
        def readers(self) -> tuple[spaces.Space, ...]:
            return (spaces.chairs(cast.initiative_id),)

    kind = ForChairs if readers_of_chairs else Changed
    with unit_of_work() as work:
        for _ in range(times):
            event = kind(
                initiative_id=cast.initiative_id, object_id=cast.initiative_id, part="themes", changes=()
            )
            work.record(Capacity(None, "Concord", "system"), event)


def test_only_entries_that_the_reader_may_open_are_told(cast: Cast, client_for: ClientFor) -> None:
    record_often(cast, 1, readers_of_chairs=True)
    assert "list of themes" in client_for("chair_phl").get("/changes?since=week").text
    for who in ("head_mwuf", "officer_free", "outsider", "administrator"):
        assert "list of themes" not in client_for(who).get("/changes?since=week").text


def test_people_who_joined_on_one_day_stand_in_one_line(cast: Cast, client_for: ClientFor) -> None:
    with unit_of_work() as work:
        for name in ("Ana", "Bo", "Chi", "Dov", "Eva", "Fay"):
            event = SeatTaken(
                initiative_id=cast.initiative_id,
                object_id=name,
                delegation_id=cast.delegations["MWUF"],
                person_id=name,
                person_name=name,
                role="adviser",
            )
            work.record(Capacity(None, name, "invited"), event)
    page = words(client_for("head_obs").get("/changes?since=week").text)
    assert "6 people took seats" in page
    assert "Fay (Migrant Workers’ Union Federation), Eva" in page
    assert "2 more" in page


def test_a_long_list_goes_on_by_whole_days(cast: Cast, client_for: ClientFor, moved_clock: Move) -> None:
    for day in range(4):
        moved_clock(day * DAY)
        record_often(cast, 60)
    client = client_for("head_mwuf")
    seen, path = 0, "/changes?since=week"
    for _ in range(5):
        page = client.get(path).text
        assert faults(page) == []
        seen += page.count("The list of themes was changed")
        further = page.partition('aria-label="Pages of the changes"><a href="')[2].partition('"')[0]
        if not further:
            break
        path = further.replace("&amp;", "&")
    assert seen == 240


def test_a_day_too_full_for_a_page_leads_to_the_record(cast: Cast, client_for: ClientFor) -> None:
    record_often(cast, 200)
    page = client_for("head_mwuf").get("/changes?since=week").text
    assert "More happened on the last day than fits here." in page
    assert 'href="/i/mac/journal"' in page


@pytest.mark.parametrize(
    "query",
    ["", "?since=yesterday", "?since=week", "?since=date&on=2026-01-01", "?since=date&on=x", "?before=x"],
)
def test_any_span_can_be_asked_for(cast: Cast, client_for: ClientFor, query: str) -> None:
    for who in ("head_mwuf", "outsider", "administrator"):
        page = client_for(who).get(f"/changes{query}")
        assert page.status_code == 200
        assert "Nothing changed" in page.text
        assert faults(page.text) == []


def test_a_visitor_is_asked_to_sign_in(cast: Cast, client_for: ClientFor) -> None:
    client_for("head_mwuf")
    found = client_for("head_mwuf").application.test_client().get("/changes")
    assert found.location is not None
    assert found.location.startswith("/sign-in")
