"""The initiative, its delegations and who acts for them."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy.orm import Session

from tests.benchmarks.furnishing.place import LONG_AGO, Place, add_all
from webapp.base.access.actor import Constituency, OfficeKind
from webapp.base.kernel.ids import new_id
from webapp.features.initiatives.models import Bearer, Initiative, Theme
from webapp.features.participants.models import Delegation, OfficeRow, SeatRow
from webapp.features.people.models import Person
from webapp.features.people.passwords import hash_password

PASSWORD = "a long enough password"
ZONE = "Europe/Zurich"
BEARERS = ("States of origin", "Host states", "Employers", "Relief organisations")
THEMES = ("papers and proof", "warning", "wages", "the way home")


@lru_cache(maxsize=1)
def kept_password() -> str:
    """The hash that all accounts share; making it is slow on purpose."""
    return hash_password(PASSWORD)


def write_people(session: Session, place: Place) -> None:
    """An initiative with its lists; a head for each delegation; two co-chairs and an officer without a seat."""
    place.initiative_id = new_id()
    initiative = {
        "id": place.initiative_id,
        "slug": place.slug,
        "title": f"Migrants in Acute Crises, {place.slug}",
        "mandate": "To say who is responsible for what.",
        "scope": ["conflict", "natural_disaster"],
        "time_zone": ZONE,
        "created_at": LONG_AGO,
    }
    add_all(session, Initiative, [initiative])
    _write_lists(session, place)
    _write_delegations(session, place)
    _write_offices(session, place)


def person(identifier: str, email: str, name: str) -> dict[str, object]:
    """The row of a person who can sign in."""
    return {
        "id": identifier,
        "email": email,
        "name": name,
        "password_hash": kept_password(),
        "time_zone": "Asia/Manila",
        "created_at": LONG_AGO,
    }


def _write_lists(session: Session, place: Place) -> None:
    kinds = list(Constituency)
    here = {"initiative_id": place.initiative_id}
    bearers = [
        {**here, "name": name, "constituency": kinds[at % 4], "position": at}
        for at, name in enumerate(BEARERS)
    ]
    add_all(session, Bearer, bearers)
    phases = ["preparedness", "emergency_response"]
    add_all(
        session,
        Theme,
        [{**here, "name": name, "phases": phases, "position": at} for at, name in enumerate(THEMES)],
    )


def _write_delegations(session: Session, place: Place) -> None:
    numbers, kinds = range(place.size.delegations), list(Constituency)
    place.delegations, place.heads = [new_id() for _ in numbers], [new_id() for _ in numbers]
    here = {"initiative_id": place.initiative_id}
    add_all(
        session,
        Delegation,
        [
            {
                **here,
                "id": place.delegations[one],
                "code": place.code(one),
                "name": f"Delegation {one:03}",
                "constituency": kinds[one % 4],
                "standing": "member",
                "accredited_at": LONG_AGO,
            }
            for one in numbers
        ],
    )
    add_all(session, Person, [person(place.heads[one], place.email(one), f"Head {one}") for one in numbers])
    seats = [
        {**here, "delegation_id": delegation, "person_id": head, "role": "head", "began_at": LONG_AGO}
        for delegation, head in zip(place.delegations, place.heads, strict=True)
    ]
    add_all(session, SeatRow, seats)


def _write_offices(session: Session, place: Place) -> None:
    place.chairs, place.officer = [new_id(), new_id()], new_id()
    names = {place.chairs[0]: "chair.0", place.chairs[1]: "chair.1", place.officer: "officer"}
    add_all(
        session,
        Person,
        [person(identifier, f"{name}@{place.slug}.example", name) for identifier, name in names.items()],
    )
    kinds = (OfficeKind.CO_CHAIR, OfficeKind.CO_CHAIR, OfficeKind.SECRETARIAT)
    add_all(
        session,
        OfficeRow,
        [
            {"initiative_id": place.initiative_id, "person_id": who, "kind": kind, "began_at": LONG_AGO}
            for who, kind in zip(names, kinds, strict=True)
        ],
    )
