"""A hall full of delegations with an open round, for fault runs: who hands in, and the four books that count."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from flask import Flask

from config import Settings
from tests.factories.cast import LONG_AGO, Cast, make_cast
from tests.features.review.text import make_text, plan
from tests.support.smtp_sink import SmtpSink
from tests.support.visitor import OverHttp, Visitor
from webapp.app import create_app
from webapp.base.access.actor import SYSTEM
from webapp.base.kernel.clock import ClockOffset
from webapp.base.kernel.unit_of_work import Work, unit_of_work
from webapp.features.participants.models import Delegation, SeatRow
from webapp.features.people.models import Person
from webapp.features.people.passwords import hash_password
from webapp.features.review import service as review

DELEGATIONS = 20
COMMENTS_EACH = 5
PASSWORD = "a long enough password"


@dataclass
class Hall:
    """The delegations of a fault run, and the log of what the server confirmed to them."""

    round_id: str
    heads: dict[str, str]
    """Address of the head to code of the delegation."""
    confirmed: list[tuple[str, int]] = field(default_factory=list)
    """What clients were told is done: address, and the number of the version that was handed in."""


def furnish(settings: Settings) -> Hall:
    """Write an initiative with many delegations and an open round into the database of an installation."""
    app: Flask = create_app(settings)
    with app.app_context():
        cast = make_cast()
        text = make_text(cast)
        round_id = plan(cast, text)
        with unit_of_work() as work:
            heads = _add_delegations(work, cast)
            work.session.add(ClockOffset(id=1, seconds=int(dt.timedelta(days=1, minutes=1).total_seconds())))
        with unit_of_work() as work:
            review.open_round(work, SYSTEM, round_id)
    return Hall(round_id, heads)


def _add_delegations(work: Work, cast: Cast) -> dict[str, str]:
    heads, kept = {}, hash_password(PASSWORD)
    for number in range(DELEGATIONS):
        code = f"D{number:02}"
        delegation = Delegation(
            initiative_id=cast.initiative_id,
            code=code,
            name=f"Delegation {number}",
            constituency="civil_society",
            standing="member",
            accredited_at=LONG_AGO,
        )
        address = f"head.{number}@hall.example"
        person = Person(email=address, name=f"Head {number}", password_hash=kept, created_at=LONG_AGO)
        work.session.add_all([delegation, person])
        work.session.flush()
        work.session.add(
            SeatRow(
                initiative_id=cast.initiative_id,
                delegation_id=delegation.id,
                person_id=person.id,
                role="head",
                began_at=LONG_AGO,
            )
        )
        heads[address] = code
    return heads


def hand_in_everything(hall: Hall, url: str, at_once: int = 4) -> None:
    """Every head writes a comment and hands in, five times over; what the server confirms is noted."""
    with ThreadPoolExecutor(at_once) as pool:
        for noted in pool.map(lambda address: _hand_in_for(hall, url, address), hall.heads):
            hall.confirmed += noted


def _hand_in_for(hall: Hall, url: str, address: str) -> list[tuple[str, int]]:
    head = Visitor(OverHttp(url))
    head.go("/sign-in")
    head.send("Sign in", {"email": address, "password": PASSWORD})
    noted = []
    for number in range(1, COMMENTS_EACH + 1):
        head.go(f"/i/mac/rounds/{hall.round_id}/contribution/add")
        head.send("Add to your draft", {"body": f"Comment {number} of {address}."})
        head.go(f"/i/mac/rounds/{hall.round_id}/contribution/hand-in")
        head.send("Hand in for")
        assert head.path.endswith(f"/versions/{number}"), (head.path, head.page.status, head.words()[:500])
        noted.append((address, number))
    return noted


@dataclass(frozen=True)
class Books:
    """What four books say about the same run: how often each hand-in stands in them."""

    client: Counter[tuple[str, int]]
    database: Counter[tuple[str, int]]
    journal: Counter[tuple[str, int]]
    mail: Counter[tuple[str, int]]
    """Different mails; the same Message-ID counts once."""
    repeated: int
    """Mails that came again with the same Message-ID."""

    def lost(self) -> list[str]:
        """What was confirmed and is missing somewhere."""
        books = (("database", self.database), ("journal", self.journal), ("mail", self.mail))
        return [f"{one} not in the {name}" for name, book in books for one in self.client if book[one] == 0]

    def doubled_or_ghosts(self) -> list[str]:
        """What stands in a book twice, or without having been confirmed."""
        books = (("database", self.database), ("journal", self.journal), ("mail", self.mail))
        return [
            f"{one} is {count} times in the {name}"
            for name, book in books
            for one, count in book.items()
            if count > self.client[one]
        ]


def read_books(hall: Hall, path: str, sink: SmtpSink) -> Books:
    """Open the books. The database is read with nothing but SQL, the mails as they came over SMTP."""
    with sqlite3.connect(path) as connection:
        stored = _rows(
            connection,
            "SELECT person.email, contribution_version.number FROM contribution_version"
            " JOIN person ON person.id = contribution_version.handed_in_by",
        )
        told = _rows(
            connection,
            "SELECT person.email, json_extract(journal_body.body, '$.content.version') FROM journal_body"
            " JOIN person ON person.id = json_extract(journal_body.body, '$.actor.id')"
            " WHERE journal_body.action = 'review.contribution_handed_in'",
        )
    mails, repeated = _receipts(hall, sink)
    return Books(Counter(hall.confirmed), Counter(stored), Counter(told), mails, repeated)


def _rows(connection: sqlite3.Connection, query: str) -> Iterable[tuple[str, int]]:
    return [(str(address), int(number)) for address, number in connection.execute(query)]


def _receipts(hall: Hall, sink: SmtpSink) -> tuple[Counter[tuple[str, int]], int]:
    """Receipts by head, counted by different Message-IDs, in the order in which they came."""
    seen: dict[str, set[str]] = {}
    repeated = 0
    for mail in sink.accepted:
        message = mail.message()
        address = mail.recipients[0]
        if address not in hall.heads or not _is_receipt(str(message.get_body(("plain",)).get_content())):  # type: ignore[union-attr]
            continue
        identifiers = seen.setdefault(address, set())
        repeated += str(message["Message-ID"]) in identifiers
        identifiers.add(str(message["Message-ID"]))
    counted = Counter(
        (address, number)
        for address, identifiers in seen.items()
        for number in range(1, len(identifiers) + 1)
    )
    return counted, repeated


def _is_receipt(text: str) -> bool:
    return "/contribution/versions/" in text
