"""Two worlds that differ only in which delegation spoke, and what a reader finds in each.

Chance is seeded anew before each act, so that both worlds draw the same identifiers, numbers and salts.
"""

from __future__ import annotations

import dataclasses
import random
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from config import Settings
from tests.attacks.crawler import Pages, addresses_of_everything, follow_links, open_each
from tests.factories.cast import Cast, make_cast
from tests.features.review import text as rounds
from tests.features.review.text import DAY, Move, TextUnderReview, make_text
from tests.outlets.notifications.happenings import react
from tests.support.databases import TestDatabase
from tests.support.smtp_sink import SmtpSink
from webapp.base.access.actor import SYSTEM
from webapp.base.access.attribution import Attribution
from webapp.base.kernel.clock import now
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.review import queries, service
from webapp.outlets.notifications import dispatch

NOBODY = "nobody"
SignIn = Callable[[str], FlaskClient]

VARYING = (
    (re.compile(r'name="(csrf_token|idempotency_key)" value="[^"]*"'), r'name="\1"'),
    # Notices are numbered by chance, in the order of all who are told: the draws of others come between.
    (re.compile(r"(/inbox/|Message-ID: <)[0-9a-z]{13}"), r"\1NOTICE"),
    # Hashes stand for bodies that the reader may not open; their salts, of 256 bits, are never shown with them.
    (re.compile(r"\b[0-9a-f]{12,64}\b"), "HASH"),
    # The moments of a run are not those of the next; that none of handing in is shown has a test of its own.
    (re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(\+\d\d:\d\d|Z)?"), "MOMENT"),
    (re.compile(r"\d{1,2}:\d\d(:\d\d)?"), "TIME"),
    (re.compile(r"\b\d+ (minutes?|hours?)\b|in a minute|now"), "SPAN"),
)


@dataclasses.dataclass
class World:
    """A world in which the delegation of one head spoke where that of the other did not."""

    cast: Cast
    text: TextUnderReview
    closed_round: str = ""
    open_round: str = ""
    comment_ids: tuple[str, ...] = ()


@contextmanager
def chance(seed: str) -> Iterator[None]:
    """The same draws for the same seed."""
    with pytest.MonkeyPatch.context() as patch:
        drawn = random.Random(seed)
        patch.setattr(secrets, "choice", drawn.choice)
        patch.setattr(secrets, "token_hex", lambda size=32: drawn.randbytes(size).hex())
        patch.setattr(secrets, "SystemRandom", lambda: drawn)
        yield


@dataclasses.dataclass
class Stage:
    """Where worlds are made, one after the other, in the same database emptied between them."""

    app: Flask
    database: TestDatabase
    settings: Settings
    sink: SmtpSink
    move: Move

    def world(self, attribution: Attribution, speaks: str, silent: str) -> World:
        """Let the world live: a closed round with answers, and an open one, both under this setting."""
        db.session.remove()
        db.engine.dispose()
        self.database.reset()
        self.sink.forget()
        self.sink.refusals = {f"{who.replace('_', '.')}@cast.example": "550 gone" for who in (speaks, silent)}
        with chance("cast"):
            cast = make_cast()
        with chance("text"):
            world = World(cast, make_text(cast))
        world.closed_round = self._closed(world, attribution, speaks)
        world.open_round = self._open(world, attribution, speaks)
        db.session.remove()
        return world

    def _closed(self, world: World, attribution: Attribution, speaks: str) -> str:
        cast, provisions = world.cast, world.text.provisions
        round_id = self._opened(world, attribution, "first")
        with chance("others write"):
            rounds.write(cast, "head_phl", round_id, provisions[0], "Ours comes before.")
            rounds.hand_in(cast, "head_phl", round_id)
        with chance("somebody writes"):
            rounds.write(cast, speaks, round_id, provisions[0], "Say who warns.")
            rounds.write(cast, speaks, round_id, None, "The whole is too long.")
            self._state(cast, speaks, round_id)
        with chance("somebody hands in"):
            rounds.hand_in(cast, speaks, round_id)
        self._tell("somebody handed in")
        with chance("others follow"):
            rounds.write(cast, "head_empl", round_id, provisions[0], "Ours comes after.")
            rounds.hand_in(cast, "head_empl", round_id)
        self._remind(cast, round_id)
        with chance("closing"):
            rounds.close_round(cast, round_id, self.move)
        self._tell("closed")
        db.session.remove()
        found = queries.comments_of_round(db.session(), cast.actor("officer_free"), round_id)
        world.comment_ids = tuple(view.id for view in found)
        for place, view in enumerate(found):
            with chance(f"answer {place}"):
                rounds.answer(cast, "officer_free", view.id)
            self._tell(f"answered {place}")
        return round_id

    def _open(self, world: World, attribution: Attribution, speaks: str) -> str:
        round_id = self._opened(world, attribution, "second")
        with chance("somebody writes again"):
            rounds.write(world.cast, speaks, round_id, world.text.provisions[1], "Who keeps the papers?")
            rounds.hand_in(world.cast, speaks, round_id)
        self._tell("somebody handed in again")
        return round_id

    def _opened(self, world: World, attribution: Attribution, which: str) -> str:
        with chance(f"{which} planned"):
            round_id = rounds.plan(world.cast, world.text, attribution=attribution)
        self.move(now(db.session()) + DAY + DAY / 24)
        with chance(f"{which} opened"), unit_of_work() as work:
            service.open_round(work, SYSTEM, round_id)
        self._tell(f"{which} opened")
        return round_id

    def _state(self, cast: Cast, speaks: str, round_id: str) -> None:
        with unit_of_work() as work:
            service.save_statement(
                work, cast.actor(speaks, work.session), round_id, "We thank the co-chairs.", version=1
            )

    def _remind(self, cast: Cast, round_id: str) -> None:
        """Move to just before the closing: delegations that have not handed in, and the secretariat, are reminded."""
        self.move(rounds.closing(cast, round_id) - DAY / 48)
        for reminder_id in queries.due_reminders(db.session(), now(db.session())):
            with chance(f"reminded {reminder_id}"), unit_of_work() as work:
                service.remind(work, SYSTEM, reminder_id)
        self._tell("reminded")

    def _tell(self, seed: str) -> None:
        db.session.remove()
        with chance(seed):
            react()
        dispatch.send_due(dataclasses.replace(self.settings, smtp_url=self.sink.url))


def pages_of(app: Flask, session: Session, reader: str, sign_in: SignIn) -> Pages:
    """Every page that the reader finds, and what is answered at every address that the reader could guess."""
    with chance(f"{reader} signs in"):
        client = app.test_client() if reader == NOBODY else sign_in(reader)
    pages = follow_links(client)
    every = addresses_of_everything(app, session, "mac")
    left = sorted(one for one in every - pages.keys() if not one.startswith("/inbox/"))
    pages |= open_each(client, left)
    return {normalised(address): normalised(text) for address, text in pages.items()}


def mails_to(sink: SmtpSink, address: str) -> list[str]:
    """Every mail that one reader got, headers and all."""
    return [
        normalised(mail.raw.decode(errors="replace")) for mail in sink.accepted if address in mail.recipients
    ]


def normalised(text: str) -> str:
    """The text without what differs from one run to the next."""
    for pattern, instead in VARYING:
        text = pattern.sub(instead, text)
    return text
