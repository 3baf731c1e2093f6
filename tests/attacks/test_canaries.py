"""What is confidential is found by nobody else: not on a page, not in an export, not in a mail."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from config import Settings
from tests.attacks.canaries import CANARIES, Planted, plant
from tests.attacks.crawler import SEARCHES, Pages, addresses_of_everything, follow_links, open_each
from tests.factories.cast import Cast
from tests.features.review.text import Move
from tests.support.smtp_sink import SmtpSink, smtp_sink
from webapp import reactions
from webapp.base.access import spaces
from webapp.base.access.spaces import Space
from webapp.base.kernel import clock
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.kernel.visibility import AudienceSpace, audience_of
from webapp.features.review.models import ContributionVersion
from webapp.outlets.notifications import dispatch

NOBODY = "nobody"
ROLES = (
    NOBODY,
    "outsider",
    "administrator",
    "head_mwuf",
    "head_obs",
    "head_phl",
    "chair_usa",
    "officer_free",
)
READERS = {canary.word: canary.readers for canary in CANARIES}
SEARCHABLE = {"kestreldraft", "kestrelhanded", "kestrelproposed", "kestrelturneddown"}
"""What its readers find by searching. The rest is private, or the rolling text, and not searched at all."""
Leak = tuple[str, str, str]
"""Who found which canary where."""


@pytest.fixture
def planted(cast: Cast, moved_clock: Move) -> Planted:
    made = plant(cast, moved_clock)
    announce_everything()
    return made


@pytest.fixture
def sink() -> Iterator[SmtpSink]:
    with smtp_sink() as running:
        yield running


def announce_everything() -> None:
    """What the worker does: the inboxes are filled and the mails wait."""
    with unit_of_work() as work:
        waiting = reactions.due(work.session, clock.now(work.session), limit=10_000)
    for outbox_id in waiting:
        reactions.react(outbox_id)


def crawl(app: Flask, session: Session, client_for: Callable[[str], FlaskClient]) -> dict[str, Pages]:
    """What everybody gets to see, including at addresses that only others are given."""
    clients = {role: app.test_client() if role == NOBODY else client_for(role) for role in ROLES}
    pages = {role: follow_links(client) for role, client in clients.items()}
    every = confidential_addresses(app, session).union(*pages.values())
    for role, client in clients.items():
        pages[role] |= open_each(client, sorted(every - pages[role].keys()))
    return pages


def confidential_addresses(app: Flask, session: Session) -> set[str]:
    """Addresses about everything, but for the forms of which there is one for every seat, list entry and notice."""
    left_out = ("/seats/", "/offices/", "/bearers/", "/themes/")
    return {
        address
        for address in addresses_of_everything(app, session, "mac")
        if not address.startswith("/inbox/") and not any(part in address for part in left_out)
    }


def leaks_in(pages: dict[str, Pages]) -> set[Leak]:
    return {
        (role, canary.word, address)
        for role, seen in pages.items()
        for address, text in seen.items()
        for canary in CANARIES
        if role not in canary.readers and canary.word in text
    }


def widen(cast: Cast, space: Space) -> None:
    """The mistake that the crawl is there to find: what only one space may read is open to all delegations."""
    with unit_of_work() as work:
        row = AudienceSpace(
            audience_id=audience_of(work.session, [space]), space=spaces.all_delegations(cast.initiative_id)
        )
        work.session.add(row)


def test_nobody_finds_what_is_confidential_on_any_page(
    app: Flask, session: Session, planted: Planted, client_for: Callable[[str], FlaskClient]
) -> None:
    pages = crawl(app, session, client_for)
    assert leaks_in(pages) == set()
    for canary in CANARIES:
        finders = {role for role, seen in pages.items() if any(canary.word in text for text in seen.values())}
        assert finders or not canary.readers, f"the crawl does not reach {canary.stands_in}"
        assert finders <= canary.readers


def test_the_crawl_finds_canaries_whose_audience_was_widened(
    app: Flask, session: Session, cast: Cast, planted: Planted, client_for: Callable[[str], FlaskClient]
) -> None:
    widen(cast, spaces.of_delegation(cast.delegations["MWUF"]))
    widen(cast, spaces.chairs(cast.initiative_id))
    seen = open_each(client_for("head_obs"), sorted(confidential_addresses(app, session)))
    found = {word for _role, word, _address in leaks_in({"head_obs": seen})}
    of_drafts = {"kestreldraft", "kestrelhanded", "kestrelunsent"}
    in_journal = {"kestrelrolling", "kestrelproposed", "kestreldecline", "kestrelpending"}
    assert of_drafts | in_journal <= found


def search_for_each(clients: dict[str, FlaskClient]) -> set[tuple[str, str]]:
    """Who finds which canary when they search for the beginning of it: by a hit, a count, or the page's title."""
    found = set()
    for role, client in clients.items():
        for canary in CANARIES:
            beginning = canary.word[:-1]
            pages = [client.get(f"{page}?q={beginning}").text for page in SEARCHES]
            # The choice of kinds, each with its number, stands only where there is anything.
            if any(canary.word in page or "What to show" in page for page in pages):
                found.add((role, canary.word))
    return found


def clients_of(
    app: Flask, roles: tuple[str, ...], client_for: Callable[[str], FlaskClient]
) -> dict[str, FlaskClient]:
    return {role: app.test_client() if role == NOBODY else client_for(role) for role in roles}


def test_nobody_finds_what_is_confidential_by_searching(
    app: Flask, planted: Planted, client_for: Callable[[str], FlaskClient]
) -> None:
    found = search_for_each(clients_of(app, ROLES, client_for))
    assert {(role, word) for role, word in found if role not in READERS[word]} == set()
    assert {word for _role, word in found} == SEARCHABLE


def test_searching_finds_canaries_whose_audience_was_widened(
    app: Flask, cast: Cast, planted: Planted, client_for: Callable[[str], FlaskClient]
) -> None:
    widen(cast, spaces.of_delegation(cast.delegations["MWUF"]))
    widen(cast, spaces.chairs(cast.initiative_id))
    found = search_for_each({"head_obs": client_for("head_obs")})
    assert {word for _role, word in found} == SEARCHABLE


def test_no_mail_carries_what_its_receiver_may_not_read(
    app: Flask, cast: Cast, settings: Settings, planted: Planted, sink: SmtpSink
) -> None:
    dispatch.send_due(dataclasses.replace(settings, smtp_url=sink.url))
    names = {address: name for name, address in cast.emails.items()}
    assert len(sink.accepted) > len(names)
    wrong = [
        (address, canary.word)
        for mail in sink.accepted
        for address in mail.recipients
        for canary in CANARIES
        if canary.word.encode() in mail.message().as_bytes()
        and canary.word not in address
        and names.get(address) not in canary.readers
    ]
    assert wrong == []


def test_private_drafting_leaves_nothing_in_the_journal(session: Session, planted: Planted) -> None:
    bodies = "\n".join(body or "" for body in session.scalars(select(JournalBody.body)))
    private = ("draft", "unsent", "removed", "replaced", "handed", "covering", "seat", "office")
    assert [word for word in private if f"kestrel{word}" in bodies] == []


def test_closing_a_round_opens_the_last_version_and_no_earlier_one(
    session: Session, cast: Cast, planted: Planted
) -> None:
    everybody = audience_identifier(cast)
    rows = session.execute(select(ContributionVersion.content, ContributionVersion.audience_id)).all()
    opened = [content for content, audience_id in rows if audience_id == everybody]
    assert len(opened) == 1
    assert "kestrel" not in str(opened[0])


def audience_identifier(cast: Cast) -> str:
    with unit_of_work() as work:
        return audience_of(work.session, [spaces.all_delegations(cast.initiative_id)])
