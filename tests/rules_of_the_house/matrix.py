"""The matrix role × permission, made from the policy. `python -m tests.rules_of_the_house.matrix` stores it anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from webapp.base.access.actor import NOBODY, SYSTEM, Actor, OfficeKind, SeatRole, Standing
from webapp.base.access.matrix import held, seated, somebody
from webapp.base.access.permissions import Permission

STORED = Path(__file__).with_name("permission_matrix.txt")

ROLES: Mapping[str, Actor] = {
    **{f"member {role}": somebody(seated(role)) for role in SeatRole},
    **{f"observer {role}": somebody(seated(role, Standing.OBSERVER)) for role in SeatRole},
    **{f"{kind} without seat": somebody(office=kind) for kind in OfficeKind},
    **{f"{kind} and head": somebody(seated(SeatRole.HEAD), office=kind) for kind in OfficeKind},
    "head in another initiative": somebody(seated(SeatRole.HEAD, initiative_id="elsewhere")),
    "administrator": somebody(administrator=True),
    "person": somebody(),
    "nobody": NOBODY,
    "system": SYSTEM,
}


def made() -> str:
    """One line per permission and role that has it: on which delegation's matter, and in which capacity."""
    lines = []
    for permission in Permission:
        lines.append(f"{permission}")
        for role, actor in ROLES.items():
            if on := held(actor, permission):
                told = ", ".join(f"{matter} as {capacity}" for matter, capacity in on.items())
                lines.append(f"    {role}: {told}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    STORED.write_text(made(), encoding="utf-8")
