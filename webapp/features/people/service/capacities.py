"""In which capacity a person acts on the own account."""

from __future__ import annotations

from webapp.base.access.actor import Capacity
from webapp.features.people.models import Person


def in_person(person: Person) -> Capacity:
    """As themselves, where a password or a link shows who it is."""
    return Capacity(person.id, person.name, "person")
