"""Making accounts. What allows it is an invitation or the command line."""

from __future__ import annotations

from webapp.base.access.actor import SYSTEM, Capacity
from webapp.base.kernel.errors import Refused
from webapp.base.kernel.locks import lock_by
from webapp.base.kernel.unit_of_work import Work
from webapp.features.people import passwords, queries, rules
from webapp.features.people.events import AdministratorCreated
from webapp.features.people.models import OneTimeLink, Person
from webapp.features.people.service.links import new_link


def create_person(
    work: Work,
    *,
    email: str,
    name: str,
    password: str,
    locale: str = "en",
    time_zone: str = "UTC",
    delivery_email: str | None = None,
) -> Person:
    """A person with a password. Raises Invalid for the address or the password, Refused where the address is taken."""
    address = rules.clean_address(email)
    rules.check_password(password, address)
    if queries.person_by_email(work.session, address) is not None:
        raise Refused("people.address_taken", field="email")
    row = Person(
        email=address,
        delivery_email=delivery_email,
        name=name,
        password_hash=passwords.hash_password(password),
        locale=locale,
        time_zone=time_zone,
        created_at=work.now(),
    )
    work.session.add(row)
    work.session.flush()
    return row


def create_administrator(work: Work, email: str, name: str) -> OneTimeLink:
    """Make somebody a site administrator and give them a link; who has an account keeps it."""
    address = rules.clean_address(email)
    person = lock_by(work.session, Person, Person.email == address)
    now = work.now()
    if person is None:
        person = Person(email=address, name=name, created_at=now)
        work.session.add(person)
    person.is_administrator = True
    work.session.flush()
    link = new_link(work, person, now)
    by = Capacity(None, SYSTEM.name, "system")
    work.record(by, AdministratorCreated(initiative_id=None, object_id=person.id, link_id=link.id))
    return link
