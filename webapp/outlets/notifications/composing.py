"""Before a mail goes: who is told is asked again, and only what the receiver may see now is put into words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import parseaddr
from functools import cached_property

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from config import Settings
from webapp.base.access import spaces
from webapp.base.kernel import clock
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.happened import Happened, read_happened
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.visibility import AudienceSpace
from webapp.base.web.messages import Words
from webapp.features.participants import queries as participants
from webapp.features.people.models import Person
from webapp.outlets.notifications.catalogue import Category, Row, rows_of
from webapp.outlets.notifications.channels.mail import Envelope
from webapp.outlets.notifications.channels.messages import Addressee, Sending, body_of, deliverable, mail_of
from webapp.outlets.notifications.letters import Reader, compose, reader_of
from webapp.outlets.notifications.matters import Matter, Meant, address_of, matter_of
from webapp.outlets.notifications.models import Delivery
from webapp.outlets.notifications.rules import Channel
from webapp.outlets.notifications.service import Claim, Outcome, Result

NOT_TOLD_ANY_MORE = "no longer among those who are told"
MAY_NOT_READ = "may no longer read it"
GONE = "what it was about is gone"


@dataclass(frozen=True)
class _Told:
    """An entry of the journal with everything that its mails have in common."""

    happened: Happened
    matter: Matter
    rows: tuple[Row, ...]
    readers: frozenset[spaces.Space]
    receivers: dict[str, Words]
    """Who is told now, each with the reason."""

    @property
    def personal(self) -> bool:
        return any(row.personal for row in self.rows)


@dataclass
class Composer:
    """Makes envelopes out of claims; what several mails of a batch have in common is read once."""

    session: Session
    settings: Settings
    _known: dict[tuple[str, int, str], _Told] = field(default_factory=dict)
    _bodies: dict[tuple[str, int, str, Reader, str], bytes] = field(default_factory=dict)

    @cached_property
    def at(self) -> dt.datetime:
        """When the batch is written."""
        return clock.now(self.session)

    def compose(self, claims: Sequence[Claim]) -> list[Envelope | Outcome]:
        """For each claim a mail that is ready to go, or why it does not go."""
        # Held here so that the session, which forgets what nobody holds, does not read them one by one.
        rows = self._rows(claims)
        people_told = self._people(rows.values())
        return [
            self._envelope_or_outcome(claim, rows.get(claim.delivery_id), people_told) for claim in claims
        ]

    def _rows(self, claims: Sequence[Claim]) -> dict[str, Delivery]:
        wanted = [claim.delivery_id for claim in claims]
        return {row.id: row for row in self.session.scalars(select(Delivery).where(Delivery.id.in_(wanted)))}

    def _people(self, rows: Iterable[Delivery]) -> dict[str, Person]:
        wanted = {row.person_id for row in rows if row.person_id is not None}
        return {row.id: row for row in self.session.scalars(select(Person).where(Person.id.in_(wanted)))}

    def _envelope_or_outcome(
        self, claim: Claim, row: Delivery | None, people_told: Mapping[str, Person]
    ) -> Envelope | Outcome:
        if row is None:
            return Outcome(claim, Result.SUPPRESSED, GONE)
        try:
            told = self._told(row)
            why = told.receivers.get(row.recipient)
            if why is None:
                return Outcome(claim, Result.SUPPRESSED, NOT_TOLD_ANY_MORE)
            if not told.personal and not self._may_read(row, told):
                return Outcome(claim, Result.SUPPRESSED, MAY_NOT_READ)
            return self._envelope(claim, row, told, why, people_told.get(row.person_id or ""))
        except NotFound:
            return Outcome(claim, Result.SUPPRESSED, GONE)
        except Exception as error:
            # One mail that cannot be written must not hold back the others.
            structlog.get_logger(__name__).exception("a mail could not be written", delivery_id=row.id)
            return Outcome(claim, Result.LATER, repr(error)[:500])

    def _told(self, row: Delivery) -> _Told:
        key = (row.chain, row.sequence, row.notice)
        if key not in self._known:
            happened = read_happened(self.session, row.chain, row.sequence)
            rows = rows_of(happened.event, row.notice, Channel.MAIL)
            self._known[key] = _Told(
                happened,
                matter_of(self.session, row.notice, happened, self.settings),
                rows,
                self._readers(happened),
                {
                    receiver.key: one.audience.why
                    for one in reversed(rows)
                    for receiver in one.audience.find(self.session, happened)
                },
            )
        return self._known[key]

    def _readers(self, happened: Happened) -> frozenset[spaces.Space]:
        statement = (
            select(AudienceSpace.space)
            .join(JournalBody, JournalBody.audience_id == AudienceSpace.audience_id)
            .where(JournalBody.chain == happened.chain, JournalBody.sequence == happened.sequence)
        )
        return frozenset(spaces.Space(space) for space in self.session.scalars(statement))

    def _may_read(self, row: Delivery, told: _Told) -> bool:
        if row.person_id is None:
            return False
        return spaces.may_read(participants.actor_of(self.session, row.person_id).spaces, told.readers)

    def _envelope(
        self, claim: Claim, row: Delivery, told: _Told, why: Words, person: Person | None
    ) -> Envelope:
        receiver = _card(told, row.recipient) if person is None else _card_of(person, told)
        sending = self._sending(told)
        to = Addressee(row.id, receiver.name, deliverable(receiver.address))
        content = mail_of(self._body(row.notice, told, receiver.reader, why, sending), to, sending, self.at)
        return Envelope(claim, parseaddr(sending.sender)[1], to.address, content)

    def _sending(self, told: _Told) -> Sending:
        initiative = told.matter.initiative
        return Sending(
            sender=self.settings.mail_from,
            public_url=self.settings.public_url,
            slug=initiative.slug if initiative else None,
            thread=told.matter.thread,
        )

    def _body(self, notice: str, told: _Told, reader: Reader, why: Words, sending: Sending) -> bytes:
        key = (told.happened.chain, told.happened.sequence, notice, reader, str(why))
        if key not in self._bodies:
            link = address_of(told.matter.place, self.settings)
            self._bodies[key] = body_of(compose(notice, told.matter, reader, link, why), sending)
        return self._bodies[key]


@dataclass(frozen=True)
class _Card:
    name: str
    address: str
    reader: Reader


def _card(told: _Told, address: str) -> _Card:
    """An address that is written to and is not, or not yet, or no longer, that of an account."""
    meant = told.matter.meant or Meant("")
    return _Card(meant.name, address, reader_of(meant.locale, meant.time_zone or told.matter.zone))


def _card_of(person: Person, told: _Told) -> _Card:
    """What concerns the account itself never goes to a mailbox that others may read."""
    about_account = any(row.category is Category.ACCOUNT for row in told.rows)
    address = person.email if about_account else person.notices_go_to
    return _Card(person.name, address, reader_of(person.locale, person.time_zone))
