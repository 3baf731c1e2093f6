"""Whom one may be in the demo, as the sign-in page offers it: the persons of the tour first, the others by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from webapp.base.access.actor import Constituency
from webapp.base.web.messages import Words
from webapp.demo.accounts import Account, accounts

TOUR: Mapping[str, Words] = {
    "ines.okafor@workers-union.example": _l(
        "A draft waits to be cleared and handed in, and a position to be taken."
    ),
    "leilani.faumuina@iom.example": _l(
        "Runs the rounds, answers comments, and sees whom notices have reached."
    ),
    "tala.reyes@philippines.example": _l(
        "Holds the pen: the rolling text, revisions, questions for decision."
    ),
    "denise.whitfield@usa.example": _l("Confirms what the other co-chair proposes."),
    "huong.pham@workers-union.example": _l("Drafts inside her delegation; her head hands in."),
    "wanjiru.kamau@crisis-insurers.example": _l("Reads and comments; is asked in no decision."),
    "noor.verhaegen@concord.example": _l("Runs the installation; sees nobody’s space."),
}
"""Who makes a first look worth while, and why."""


@dataclass(frozen=True)
class Group:
    """Accounts of one constituency, or without a seat where it is None."""

    constituency: str | None
    accounts: tuple[Account, ...]


@dataclass(frozen=True)
class Entrance:
    """The accounts of the tour with the reason for each, and everybody in groups."""

    password: str
    tour: tuple[tuple[Account, Words], ...]
    groups: tuple[Group, ...]


def entrance(session: Session) -> Entrance | None:
    """The accounts as they are offered; None where the demo is not loaded."""
    found = accounts(session)
    if not found:
        return None
    by_email = {one.email: one for one in found}
    tour = tuple((by_email[email], why) for email, why in TOUR.items() if email in by_email)
    return Entrance(found[0].password, tour, tuple(_groups(found)))


def _groups(found: list[Account]) -> list[Group]:
    order = [*(one.value for one in Constituency), None]

    def place(account: Account) -> int:
        return order.index(account.constituency)

    return [Group(order[key], tuple(those)) for key, those in groupby(sorted(found, key=place), place)]
