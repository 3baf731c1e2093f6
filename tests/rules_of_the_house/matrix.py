"""The matrix role × permission, made from the policy. `python -m tests.rules_of_the_house.matrix` stores it anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from webapp.base.access.actor import (
    NOBODY,
    SYSTEM,
    Actor,
    Constituency,
    Office,
    OfficeKind,
    Seat,
    SeatRole,
    Standing,
)
from webapp.base.access.guard import capacity_for
from webapp.base.access.permissions import Permission
from webapp.base.access.predicates import Subject

STORED = Path(__file__).with_name("permission_matrix.txt")
HERE, OWN, OTHER = "initiative", "own", "other"


def _seat(role: SeatRole, standing: Standing = Standing.MEMBER) -> Seat:
    return Seat(HERE, OWN, "OWN", "Own delegation", Constituency.STATE, standing, role)


def _person(*seats: Seat, office: OfficeKind | None = None) -> Actor:
    return Actor("p", "P", seats=seats, offices=(Office(HERE, office),) if office else ())


ROLES: Mapping[str, Actor] = {
    **{f"member {role}": _person(_seat(role)) for role in SeatRole},
    **{f"observer {role}": _person(_seat(role, Standing.OBSERVER)) for role in SeatRole},
    **{f"{kind} without seat": _person(office=kind) for kind in OfficeKind},
    **{f"{kind} and head": _person(_seat(SeatRole.HEAD), office=kind) for kind in OfficeKind},
    "head in another initiative": Actor(
        "p",
        "P",
        seats=(Seat("elsewhere", OWN, "OWN", "Own", Constituency.STATE, Standing.MEMBER, SeatRole.HEAD),),
    ),
    "administrator": Actor("p", "P", is_administrator=True),
    "person": Actor("p", "P"),
    "nobody": NOBODY,
    "system": SYSTEM,
}

MATTERS = {"own": Subject(HERE, OWN), "other": Subject(HERE, OTHER), "whole": Subject(HERE)}


def made() -> str:
    """One line per permission and role that has it: on which delegation's matter, and in which capacity."""
    lines = []
    for permission in Permission:
        lines.append(f"{permission}")
        for role, actor in ROLES.items():
            held = {
                matter: capacity.role
                for matter, subject in MATTERS.items()
                if (capacity := capacity_for(actor, permission, subject)) is not None
            }
            if held:
                told = ", ".join(f"{matter} as {capacity}" for matter, capacity in held.items())
                lines.append(f"    {role}: {told}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    STORED.write_text(made(), encoding="utf-8")
