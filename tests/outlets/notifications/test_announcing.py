"""From an event to deliveries: who is told, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import update

from tests.outlets.notifications.happenings import (
    DAY,
    INVITED,
    Stage,
    deliveries,
    events,
    handed_in,
    happen,
    opened,
    react,
    silence_placed,
    told,
)
from webapp import reactions
from webapp.base.kernel.events import Event
from webapp.base.kernel.happened import Happened
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.review.models import Contribution
from webapp.outlets.notifications import service
from webapp.outlets.notifications.catalogue import CATALOGUE
from webapp.outlets.notifications.printed import HAPPENINGS, printed_catalogue

Move = Callable[[dt.timedelta | dt.datetime], None]

SEATED = {
    "chair_phl", "chair_usa", "head_phl", "head_usa", "head_mar", "head_rro", "head_iom", "head_mwuf",
    "alternate_mwuf", "delegate_mwuf", "adviser_mwuf", "head_empl", "head_obs", "officer",
}  # fmt: skip
SPEAKERS = SEATED - {"delegate_mwuf", "adviser_mwuf", "officer"}


def event_named(stage: Stage, name: str, told_to: str | None = None) -> Event:
    return next(
        event
        for event in events(stage)
        if event.name == name and told_to in (None, getattr(event, "told", None))
    )


def test_every_event_with_a_notification_has_rows_and_words() -> None:
    notified = {name for name, names in reactions.REACTIONS.items() if "notify" in names}
    assert notified == set(CATALOGUE) == set(HAPPENINGS)
    printed = sum(len(rows) for _, rows in printed_catalogue())
    assert printed == sum(len(rows) for rows in CATALOGUE.values())


def test_announcing_twice_tells_once(stage: Stage) -> None:
    happened = happen(stage, opened(stage))
    react()
    first = {(row.id, row.recipient, row.channel) for row in deliveries()}
    for _ in range(2):
        with unit_of_work() as work:
            service.announce(work, happened)
    rows = deliveries()
    assert {(row.id, row.recipient, row.channel) for row in rows} == first
    assert len({(row.recipient, row.channel) for row in rows}) == len(rows) == 2 * len(SEATED)


def test_nobody_is_told_of_one_event_twice_by_one_channel(stage: Stage) -> None:
    for event in events(stage):
        rows = deliveries(_announced(stage, event))
        assert rows, event.name
        assert len({(row.recipient, row.channel) for row in rows}) == len(rows), event.name


def _announced(stage: Stage, event: Event) -> Happened:
    happened = happen(stage, event)
    react()
    return happened


@pytest.mark.parametrize(
    ("name", "told_to", "channel", "expected"),
    [
        ("review.round_opened", None, "mail", SEATED),
        ("review.reminder_due", "delegations", "mail", SPEAKERS - {"head_mwuf", "alternate_mwuf"}),
        ("review.reminder_due", "secretariat", "mail", {"officer", "officer_free"}),
        ("review.contribution_handed_in", None, "mail", {"head_mwuf", "alternate_mwuf"}),
        ("review.round_closed", None, "mail", SEATED | {"officer_free"}),
        ("review.comment_answered", None, "mail", set()),
        ("review.comment_answered", None, "inbox", {"head_mwuf", "alternate_mwuf", "delegate_mwuf"}),
        ("drafting.revision_proposed", None, "mail", {"chair_usa"}),
        ("drafting.revision_issued", None, "mail", SEATED | {"officer_free"}),
        ("decisions.proposed", None, "inbox", {"chair_usa"}),
        ("decisions.opened", None, "mail", SPEAKERS - {"head_obs"}),
        ("decisions.opened", None, "inbox", SEATED | {"officer_free"}),
        ("decisions.reminder_due", "delegations", "mail", {"head_mwuf", "alternate_mwuf"}),
        ("decisions.reminder_due", "secretariat", "mail", {"officer", "officer_free"}),
        ("decisions.deadline_moved", None, "mail", SPEAKERS | {"officer", "officer_free"}),
        ("decisions.silence_broken", None, "mail", SPEAKERS),
        ("decisions.closed", None, "mail", SPEAKERS),
        ("decisions.closed", None, "inbox", SEATED | {"officer_free"}),
        ("decisions.chairs_must_decide", None, "mail", {"chair_phl", "chair_usa", "officer", "officer_free"}),
        ("people.reset_requested", None, "mail", {"outsider"}),
    ],
)
def test_those_are_told_whom_it_concerns(
    stage: Stage, name: str, told_to: str | None, channel: str, expected: set[str]
) -> None:
    if name == "review.reminder_due":
        _hand_in(stage)
    rows = deliveries(_announced(stage, event_named(stage, name, told_to)), channel)
    assert told(stage, rows) == expected


def _hand_in(stage: Stage) -> None:
    with unit_of_work() as work:
        work.session.execute(update(Contribution).values(handed_in_at=stage.now))


def test_an_outsider_and_the_administrator_are_told_of_nothing_in_an_initiative(stage: Stage) -> None:
    for event in events(stage):
        if event.initiative_id is not None:
            happen(stage, event)
    react()
    assert not {"outsider", "administrator"} & told(stage, deliveries())


def test_an_invited_person_is_told_by_mail_alone(stage: Stage) -> None:
    rows = deliveries(_announced(stage, event_named(stage, "participants.invited")))
    assert [(row.recipient, row.person_id, row.channel) for row in rows] == [(INVITED, None, "mail")]


def test_a_delivery_holds_identifiers_and_no_words(stage: Stage) -> None:
    for event in events(stage):
        happen(stage, event)
    react()
    for row in deliveries():
        assert set(row.facts) == {"object_id"}


def test_a_notice_of_silence_is_given_up_after_a_third_of_the_period(stage: Stage) -> None:
    third = deliveries(_announced(stage, silence_placed(stage)), "mail")[0]
    assert abs(third.give_up_at - third.created_at - DAY) < dt.timedelta(minutes=1)
    plain = deliveries(_announced(stage, handed_in(stage)), "mail")[0]
    assert plain.give_up_at - plain.created_at == dt.timedelta(hours=72)


def test_a_reminder_of_a_deadline_that_has_passed_reminds_nobody(stage: Stage, moved_clock: Move) -> None:
    happened = happen(stage, event_named(stage, "review.reminder_due", "delegations"))
    moved_clock(4 * DAY)
    react()
    assert deliveries(happened) == []
