"""What a notice is about: the thing itself as it stands when the notice is read or sent, and the page where it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, url_for
from sqlalchemy import select
from sqlalchemy.orm import Session

from config import Settings
from webapp.base.kernel.db import Base
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.happened import Happened
from webapp.base.kernel.journal import JournalLeaf
from webapp.base.kernel.links import sign_link
from webapp.base.web.language import known_zone
from webapp.features.decisions import queries as decisions
from webapp.features.decisions.models import Decision
from webapp.features.initiatives import queries as initiatives
from webapp.features.initiatives.models import Initiative
from webapp.features.instruments.models import Revision
from webapp.features.participants import queries as participants
from webapp.features.participants import rules as participants_rules
from webapp.features.participants.models import Delegation
from webapp.features.people import queries as people
from webapp.features.people import rules as people_rules
from webapp.features.review import queries as review
from webapp.features.review.models import Round
from webapp.outlets.notifications.moments import moment_in

Finder = Callable[[Session, Happened, Settings], "Matter"]


@dataclass(frozen=True)
class Place:
    """A page, by the name of its route."""

    endpoint: str
    values: Mapping[str, str | int]


@dataclass(frozen=True)
class Meant:
    """The name and the language in which an address is written to."""

    name: str
    locale: str = ""
    time_zone: str = ""


@dataclass(frozen=True)
class Matter:
    """What templates of a notice read. `about` is the row that the event names, `happened` what the journal tells."""

    happened: Happened
    place: Place
    about: Base
    initiative: Initiative | None = None
    delegation: Delegation | None = None
    thread: str | None = None
    """What the mails of one round or decision have in common."""
    number: str = ""
    """The register number of the comment that it is about, as its own delegation knows it."""
    journal_hash: str = ""
    """The hash of the chain at the entry that tells what happened."""
    meant: Meant | None = None
    """Who is meant where a mail goes to an address and not to an account."""
    by: str = ""
    """Who acted, where the notice names them."""

    @property
    def zone(self) -> str:
        """The official time zone."""
        return known_zone(self.initiative.time_zone) if self.initiative else "UTC"

    def moment(self, name: str) -> dt.datetime:
        """A moment that the journal entry tells."""
        return moment_in(self.happened, name)


def matter_of(session: Session, notice: str, happened: Happened, settings: Settings) -> Matter:
    """What the entry is about, as it stands now; raises NotFound where it is gone."""
    leaf = session.get(JournalLeaf, (happened.chain, happened.sequence))
    found = _FINDERS[notice](session, happened, settings)
    return replace(found, journal_hash=leaf.hash if leaf is not None else "")


def read_ahead(session: Session, entries: Iterable[Happened]) -> list[Base]:
    """The rows that these entries are about, in one statement for each kind.

    Hold them while the matters are read: the session forgets what nobody holds.
    """
    wanted: set[str] = set()
    for happened in entries:
        named = (happened.content.get("round_id"), happened.content.get("delegation_id"))
        wanted.update(one for one in (happened.object_id, happened.initiative_id, *named) if one)
    kinds: tuple[type[Initiative | Round | Revision | Decision | Delegation], ...]
    kinds = (Initiative, Round, Revision, Decision, Delegation)
    read = [row for kind in kinds for row in session.scalars(select(kind).where(kind.id.in_(wanted)))]
    return [*read, *review.owned(session, wanted)]


def address_of(place: Place, settings: Settings) -> str:
    """The address of a page under the public address of the installation, never under the Host header."""
    public = urlsplit(settings.public_url)
    adapter = current_app.url_map.bind(
        public.netloc, script_name=public.path or "/", url_scheme=public.scheme
    )
    return adapter.build(place.endpoint, dict(place.values), force_external=True)


def path_of(place: Place) -> str:
    """The address of a page within a request."""
    values: dict[str, Any] = dict(place.values)
    return url_for(place.endpoint, **values)


def _of_initiative(session: Session, happened: Happened) -> Initiative:
    if happened.initiative_id is None:
        raise NotFound()
    return initiatives.initiative(session, happened.initiative_id)


def _administrator(session: Session, happened: Happened, settings: Settings) -> Matter:
    link = people.one_time_link(session, happened.content["link_id"])
    person = people.person(session, happened.object_id)
    token = sign_link(settings.secret_key, people_rules.LINK_PURPOSE, link.id)
    return Matter(happened, Place("people.set_password", {"token": token}), person)


def _invitation(session: Session, happened: Happened, settings: Settings) -> Matter:
    initiative = _of_initiative(session, happened)
    row = participants.invitation(session, happened.object_id)
    token = sign_link(settings.secret_key, participants_rules.LINK_PURPOSE, row.id)
    delegation = (
        participants.delegation(session, initiative.id, row.delegation_id) if row.delegation_id else None
    )
    place = Place("participants.invitation", {"token": token})
    # Whoever is invited has no account that would tell a language: they are spoken to as by who invites them.
    host = people.person(session, row.invited_by) if row.invited_by else None
    meant = Meant(row.name, host.locale if host else "")
    return Matter(happened, place, row, initiative, delegation, meant=meant)


def _account(session: Session, happened: Happened, settings: Settings) -> Matter:
    """The own account, on the page where its ways in are."""
    person = people.person(session, happened.object_id)
    return Matter(happened, Place("people.security", {}), person)


def _address(endpoint: str, purpose: str) -> Finder:
    """A change of address, with a link that one of its two addresses gets."""

    def find(session: Session, happened: Happened, settings: Settings) -> Matter:
        change = people.address_change(session, happened.content["change_id"])
        person = people.person(session, change.person_id)
        place = Place(endpoint, {"token": sign_link(settings.secret_key, purpose, change.id)})
        meant = Meant(person.name, person.locale, person.time_zone)
        return Matter(happened, place, change, meant=meant)

    return find


def _recovery(session: Session, happened: Happened, settings: Settings) -> Matter:
    row = people.recovery(session, happened.content["recovery_id"])
    token = sign_link(settings.secret_key, people_rules.RECOVERY_PURPOSE, row.id)
    by = people.person(session, row.started_by).name
    return Matter(happened, Place("people.use_recovery", {"token": token}), row, by=by)


def _recovery_told(session: Session, happened: Happened, settings: Settings) -> Matter:
    """The same without the link."""
    return replace(_recovery(session, happened, settings), place=Place("people.security", {}))


def _round(session: Session, happened: Happened, settings: Settings) -> Matter:
    initiative = _of_initiative(session, happened)
    row = review.round_(session, initiative.id, happened.object_id)
    place = Place("review.round", {"slug": initiative.slug, "round_id": row.id})
    return Matter(happened, place, row, initiative, thread=row.id)


def _contribution_to(session: Session, happened: Happened, settings: Settings) -> Matter:
    """The round, for somebody who is to contribute to it."""
    found = _round(session, happened, settings)
    place = Place("review.contribution", found.place.values)
    return Matter(happened, place, found.about, found.initiative, thread=found.thread)


def _handed_in(session: Session, happened: Happened, settings: Settings) -> Matter:
    initiative = _of_initiative(session, happened)
    row = review.round_(session, initiative.id, happened.content["round_id"])
    delegation = participants.delegation(session, initiative.id, happened.content["delegation_id"])
    place = Place(
        "review.receipt",
        {"slug": initiative.slug, "round_id": row.id, "number": happened.content["version"]},
    )
    return Matter(happened, place, row, initiative, delegation, thread=row.id)


def _comment(session: Session, happened: Happened, settings: Settings) -> Matter:
    initiative = _of_initiative(session, happened)
    row = review.round_(session, initiative.id, happened.content["round_id"])
    place = Place("review.comment", {"slug": initiative.slug, "comment_id": happened.object_id})
    number = review.owner_of(session, happened.object_id).register_number
    return Matter(happened, place, row, initiative, thread=row.id, number=number)


def _proposed_revision(session: Session, happened: Happened, settings: Settings) -> Matter:
    initiative = _of_initiative(session, happened)
    row = _revision(session, happened)
    place = Place("drafting.proposal", {"slug": initiative.slug, "revision_id": row.id})
    return Matter(happened, place, row, initiative, thread=row.id)


def _issued_revision(session: Session, happened: Happened, settings: Settings) -> Matter:
    initiative = _of_initiative(session, happened)
    row = _revision(session, happened)
    values: dict[str, str | int] = {
        "slug": initiative.slug,
        "ordinal": row.ordinal or 0,
        "instrument": row.instrument_id,
    }
    place = Place("reading.text", values)
    return Matter(happened, place, row, initiative, thread=row.id)


def _revision(session: Session, happened: Happened) -> Revision:
    row = session.get(Revision, happened.object_id)
    if row is None:
        raise NotFound()
    return row


def _decision(session: Session, happened: Happened, settings: Settings) -> Matter:
    initiative = _of_initiative(session, happened)
    row = decisions.decision(session, initiative.id, happened.object_id)
    place = Place("decisions.decision", {"slug": initiative.slug, "decision_id": row.id})
    return Matter(happened, place, row, initiative, thread=row.id)


_FINDERS: Mapping[str, Finder] = {
    "people.administrator_created": _administrator,
    "people.reset_requested": _administrator,
    "people.password_set": _account,
    "people.new_device_used": _account,
    "people.second_factor_failed": _account,
    "people.second_factor_changed": _account,
    "people.recovery_code_used": _account,
    "people.address_to_confirm": _address("people.confirm_address", people_rules.CONFIRM_PURPOSE),
    "people.address_change_asked": _address("people.cancel_address", people_rules.CANCEL_PURPOSE),
    "people.address_change_told": _account,
    "people.address_changed": _address("people.cancel_address", people_rules.CANCEL_PURPOSE),
    "people.address_changed_told": _account,
    "people.address_change_cancelled": _account,
    "people.recovery_started": _recovery,
    "people.recovery_told": _recovery_told,
    "people.recovery_cancelled": _account,
    "people.recovery_used": _account,
    "participants.invited": _invitation,
    "review.round_opened": _contribution_to,
    "review.reminder_due": _contribution_to,
    "review.reminder_due_secretariat": _round,
    "review.contribution_handed_in": _handed_in,
    "review.round_closed": _round,
    "review.round_concluded": _round,
    "review.comment_answered": _comment,
    "drafting.revision_proposed": _proposed_revision,
    "drafting.revision_issued": _issued_revision,
    "decisions.proposed": _decision,
    "decisions.opened": _decision,
    "decisions.opened_for_others": _decision,
    "decisions.reminder_due": _decision,
    "decisions.reminder_due_secretariat": _decision,
    "decisions.deadline_moved": _decision,
    "decisions.silence_broken": _decision,
    "decisions.closed": _decision,
    "decisions.announced": _decision,
    "decisions.withdrawn": _decision,
    "decisions.chairs_must_decide": _decision,
    "decisions.act_proposed": _decision,
    "decisions.late_objection_received": _decision,
}
