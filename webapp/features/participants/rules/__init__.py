"""What a delegation's code, an invitation and an appointment must be. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from webapp.base.access.actor import SPEAKING, OfficeKind, SeatRole
from webapp.base.kernel.errors import Invalid, Refused

INVITATION_LIVES = dt.timedelta(days=14)
LINK_PURPOSE = "invitation"
"""What the link in an invitation is signed for."""
CODE = re.compile(r"[A-Z0-9]{2,10}\Z")
"""As it stands behind a bracket: 2 to 10 of A-Z, 0-9 (product.md, "The text")."""


def check_code(code: str) -> None:
    """Raises Invalid where the code cannot stand behind a bracket."""
    if not CODE.match(code):
        raise Invalid("participants.code_shape", field="code")


def clean_tags(tags: Iterable[str]) -> list[str]:
    """Tags in the order given, each once, without blanks around them."""
    return list(dict.fromkeys(tag.strip().lower() for tag in tags if tag.strip()))


def is_running(
    used_at: dt.datetime | None, withdrawn_at: dt.datetime | None, expires_at: dt.datetime, now: dt.datetime
) -> bool:
    """Whether an invitation can still be accepted."""
    return used_at is None and withdrawn_at is None and now < expires_at


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same, however they are written in small letters and blanks."""
    return one.casefold().split() == other.casefold().split()


def may_fill_office(as_role: str, kind: OfficeKind, held_by_others: bool) -> None:
    """Raises Refused where an administrator does more than appoint the first secretariat officer.

    product.md, "People, seats, offices": the administrator has no right into anybody's space.
    """
    if as_role == "administrator" and (kind is not OfficeKind.SECRETARIAT or held_by_others):
        raise Refused("participants.only_first_officer")


def may_be_focal_point(role: SeatRole) -> None:
    """Raises Refused for anybody but heads and alternates."""
    if role not in SPEAKING:
        raise Refused("participants.focal_point_speaks")
