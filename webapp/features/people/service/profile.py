"""What a person says about themselves: name, language, time zone, appearance."""

from __future__ import annotations

from webapp.base.access.actor import Actor
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject
from webapp.base.kernel.authorise import authorise
from webapp.base.kernel.locks import lock
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import rules
from webapp.features.people.events import Change, ProfileChanged
from webapp.features.people.models import Person
from webapp.features.people.rules import Profile


def edit_profile(work: Work, actor: Actor, person_id: str, profile: Profile) -> None:
    """Set the person's own name, language, time zone and appearance. Raises Invalid for the name or the zone."""
    by = authorise(actor, Permission.ACCOUNT_EDIT, Subject(person_id=person_id))
    person = lock(work.session, Person, person_id)
    meant = rules.checked_profile(profile)
    before = Profile(person.name, person.locale, person.time_zone, person.appearance)
    person.name, person.locale = meant.name, meant.locale
    person.time_zone, person.appearance = meant.time_zone, meant.appearance
    changes = _changes(before, meant)
    if changes:
        work.record(by, ProfileChanged(initiative_id=None, object_id=person.id, changes=changes))


def _changes(before: Profile, after: Profile) -> tuple[Change, ...]:
    """What is worth recording; how pages look is nobody's matter."""
    lines = ("name", "locale", "time_zone")
    pairs = ((line, getattr(before, line), getattr(after, line)) for line in lines)
    return tuple(Change(line, old, new) for line, old, new in pairs if old != new)


def speak(work: Work, person_id: str, language: str) -> None:
    """From now on pages and mails speak this language to the person."""
    lock(work.session, Person, person_id).locale = language
