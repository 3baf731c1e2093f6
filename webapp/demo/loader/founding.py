"""The initiative begins: its administrator, its first officer, its mandate and lists, its delegations and people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from webapp.base.access.actor import OfficeKind, SeatRole
from webapp.demo.accounts import PASSWORD
from webapp.demo.content.shapes import Delegation, Person
from webapp.demo.loader.stage import Act, Stage, one_after_another
from webapp.features.initiatives import queries as initiative_queries
from webapp.features.initiatives import service as initiatives
from webapp.features.initiatives.rules import Mandate
from webapp.features.participants import service as participants
from webapp.features.participants.service import Newcomer
from webapp.features.people import service as people

MINUTES = dt.timedelta(minutes=7)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)

Item = TypeVar("Item")


def acts(stage: Stage) -> Iterator[Act]:
    """Everything until the delegations are complete and the offices are taken."""
    content = stage.content
    founded = one_after_another(stage.moment(content.initiative.founded), MINUTES)
    officer = _officer(stage)
    for beginning in (_administrator, _password, _initiative, _invite_first_officer):
        yield Act(next(founded), beginning)
    yield Act(next(founded), partial(_accept, person=officer))
    for setting in (_mandate, _procedure, _lists):
        yield Act(next(founded), setting)
    accredited = stage.moment(content.initiative.accredited)
    yield from _at(accredited, _accredit, content.delegations)
    # Heads are invited and answer the same day; then they invite their people, who answer the day after.
    heads = [person for person in content.people if person.seat is SeatRole.HEAD]
    others = [person for person in content.people if person.seat not in (None, SeatRole.HEAD)]
    yield from _at(accredited + 2 * HOUR, _invite, heads)
    yield from _at(accredited + 4 * HOUR, _accept, heads)
    yield from _at(accredited + 6 * HOUR, _invite, others)
    yield from _at(accredited + DAY, _accept, others)
    officers = [person for person in content.people if person.seat and person.office]
    yield from _at(accredited + DAY + 5 * HOUR, _appoint, officers)
    yield from _at(
        accredited + 2 * DAY, _confirm_focal_point, [one for one in content.people if one.focal_point]
    )


def _at(begin: dt.datetime, act: Callable[[Stage, Item], None], items: Iterable[Item]) -> Iterator[Act]:
    """The same act for each, a few minutes apart."""
    for moment, item in zip(one_after_another(begin, MINUTES), items, strict=False):
        yield Act(moment, partial(_on, act=act, item=item))


def _on(stage: Stage, act: Callable[[Stage, Item], None], item: Item) -> None:
    act(stage, item)


def _officer(stage: Stage) -> Person:
    """The first officer: the one who serves the initiative without a seat."""
    return next(person for person in stage.content.people if person.office and not person.seat)


def _administrator_of(stage: Stage) -> Person:
    return next(person for person in stage.content.people if person.administrator)


def _administrator(stage: Stage) -> None:
    person = _administrator_of(stage)
    link = people.create_administrator(stage.work, person.email, person.name)
    stage.became.people[person.key] = link.person_id
    stage.became.invitations[person.key] = link.id


def _password(stage: Stage) -> None:
    person = _administrator_of(stage)
    row = people.set_password(stage.work, stage.became.invitations[person.key], PASSWORD)
    row.locale, row.time_zone = person.language, person.time_zone


def _initiative(stage: Stage) -> None:
    content = stage.content.initiative
    administrator = stage.actor(_administrator_of(stage).key)
    row = initiatives.create(stage.work, administrator, slug=content.slug, title=content.title)
    stage.became.initiative = row.id


def _invite_first_officer(stage: Stage) -> None:
    person = _officer(stage)
    invitation = participants.invite_to_office(
        stage.work,
        stage.actor(_administrator_of(stage).key),
        stage.became.initiative,
        kind=OfficeKind.SECRETARIAT,
        email=person.email,
        name=person.name,
    )
    stage.became.invitations[person.key] = invitation.id


def _mandate(stage: Stage) -> None:
    content = stage.content.initiative
    row = initiative_queries.initiative(stage.session, stage.became.initiative)
    initiatives.edit_mandate(
        stage.work,
        stage.actor(_officer(stage).key),
        row.id,
        row.version,
        Mandate(
            title=content.title,
            mandate=content.mandate,
            scope=content.scope,
            outside_scope=content.outside_scope,
            timetable=content.timetable,
            time_zone=content.time_zone,
        ),
    )


def _procedure(stage: Stage) -> None:
    row = initiative_queries.initiative(stage.session, stage.became.initiative)
    officer = stage.actor(_officer(stage).key)
    initiatives.edit_procedure(stage.work, officer, row.id, row.version, stage.content.initiative.procedure)


def _lists(stage: Stage) -> None:
    officer, initiative_id = stage.actor(_officer(stage).key), stage.became.initiative
    for bearer in stage.content.initiative.bearers:
        row = initiatives.add_bearer(stage.work, officer, initiative_id, bearer.name, bearer.constituency)
        stage.became.bearers[bearer.key] = row.id
    for theme in stage.content.initiative.themes:
        listed = initiatives.add_theme(stage.work, officer, initiative_id, theme.name, theme.phases)
        stage.became.themes[theme.key] = listed.id


def _accredit(stage: Stage, delegation: Delegation) -> None:
    row = participants.accredit(
        stage.work,
        stage.actor(_officer(stage).key),
        stage.became.initiative,
        code=delegation.code,
        name=delegation.name,
        constituency=delegation.constituency,
        standing=delegation.standing,
        tags=delegation.tags,
    )
    stage.became.delegations[delegation.code] = row.id


def _invite(stage: Stage, person: Person) -> None:
    """Heads are invited by the secretariat, everybody else by their head."""
    assert person.delegation is not None
    assert person.seat is not None
    inviting = _officer(stage) if person.seat is SeatRole.HEAD else _head_of(stage, person.delegation)
    invitation = participants.invite_to_seat(
        stage.work,
        stage.actor(inviting.key),
        stage.became.initiative,
        stage.became.delegations[person.delegation],
        role=person.seat,
        email=person.email,
        name=person.name,
    )
    stage.became.invitations[person.key] = invitation.id


def _head_of(stage: Stage, delegation: str) -> Person:
    seated = (person for person in stage.content.people if person.delegation == delegation)
    return next(person for person in seated if person.seat is SeatRole.HEAD)


def _accept(stage: Stage, person: Person) -> None:
    newcomer = Newcomer(person.name, PASSWORD, locale=person.language, time_zone=person.time_zone)
    row = participants.accept_as_newcomer(stage.work, stage.became.invitations[person.key], newcomer)
    stage.became.people[person.key] = row.id


def _appoint(stage: Stage, person: Person) -> None:
    assert person.office is not None
    participants.appoint(
        stage.work,
        stage.actor(_officer(stage).key),
        stage.became.initiative,
        person_id=stage.became.people[person.key],
        kind=person.office,
    )


def _confirm_focal_point(stage: Stage, person: Person) -> None:
    participants.confirm_focal_point(stage.work, stage.actor(person.key), stage.became.initiative)
