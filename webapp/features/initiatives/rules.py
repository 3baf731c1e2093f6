"""Rules of procedure as data, and what a mandate may say. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from webapp.base.access.actor import SPEAKING, OfficeKind
from webapp.base.access.attribution import Attribution
from webapp.base.kernel.errors import Invalid
from webapp.base.kernel.zones import zones

SCOPES = ("conflict", "natural_disaster")
"""Kinds of crisis that a mandate can name."""
PHASES = ("preparedness", "emergency_response", "post_crisis")
"""Phases of a crisis, in their order."""
NEEDING_SECOND_FACTOR: Mapping[str, tuple[str, ...]] = {
    "co_chair": (OfficeKind.CO_CHAIR,),
    "secretariat": (OfficeKind.SECRETARIAT,),
    "head": SPEAKING,
}
"""What the clause can name, each with the capacities that it then binds: an alternate may do what a head may."""
LONGEST_SILENCE_HOURS = 24 * 60
SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?\Z")


@dataclass(frozen=True)
class Mandate:
    """What the secretariat sets about the undertaking itself."""

    title: str
    mandate: str
    scope: tuple[str, ...]
    outside_scope: str
    timetable: str
    time_zone: str


@dataclass(frozen=True)
class Procedure:
    """An initiative's rules of procedure: a closed list of clauses, switched on or off, with their figures."""

    chairs_confirm: bool = True
    """A second co-chair confirms issuing, placing under silence, opening and withdrawing."""
    silence_hours: int = 72
    """The shortest time that a text lies under silence, in hours."""
    silence_move_hours: int = 72
    """By how many hours one moving of a silence deadline goes at most."""
    silence_moves: int = 2
    """How often the deadline of one silence procedure may be moved."""
    collect_objections: bool = False
    """A broken silence procedure runs on to its deadline, so that every objection is collected."""
    attribution: Attribution = Attribution.FULL
    """Under which names others read what is said in new rounds, and whether brackets name who proposed their words."""
    holidays: tuple[dt.date, ...] = ()
    """Days, in the official time zone, on which no silence procedure may end."""
    second_factor: tuple[str, ...] = ()
    """Who acts only with a second factor: `co_chair`, `secretariat`, `head` (with alternates); all others may read."""

    def asks_second_factor_of(self, role: str) -> bool:
        """Whether somebody acts in this capacity only with a second factor."""
        return any(role in NEEDING_SECOND_FACTOR[name] for name in self.second_factor)


def read_procedure(data: Mapping[str, Any]) -> Procedure:
    """The rules of procedure as stored; what is not stored has its shipped value."""
    shipped = Procedure()
    return replace(
        shipped,
        chairs_confirm=bool(data.get("chairs_confirm", shipped.chairs_confirm)),
        silence_hours=int(data.get("silence_hours", shipped.silence_hours)),
        silence_move_hours=int(data.get("silence_move_hours", shipped.silence_move_hours)),
        silence_moves=int(data.get("silence_moves", shipped.silence_moves)),
        collect_objections=bool(data.get("collect_objections", shipped.collect_objections)),
        attribution=Attribution(data.get("attribution", shipped.attribution)),
        holidays=tuple(dt.date.fromisoformat(day) for day in data.get("holidays", ())),
        second_factor=_in_order_of_clause(data.get("second_factor", ())),
    )


def write_procedure(procedure: Procedure) -> dict[str, Any]:
    """The rules of procedure as they are stored."""
    return {
        "chairs_confirm": procedure.chairs_confirm,
        "silence_hours": procedure.silence_hours,
        "silence_move_hours": procedure.silence_move_hours,
        "silence_moves": procedure.silence_moves,
        "collect_objections": procedure.collect_objections,
        "attribution": procedure.attribution.value,
        "holidays": [day.isoformat() for day in sorted(set(procedure.holidays))],
        "second_factor": list(_in_order_of_clause(procedure.second_factor)),
    }


def check_procedure(procedure: Procedure) -> None:
    """Raises Invalid where a figure cannot be meant."""
    if not 1 <= procedure.silence_hours <= LONGEST_SILENCE_HOURS:
        raise Invalid("initiatives.silence_hours", field="silence_hours", most=LONGEST_SILENCE_HOURS)
    if not 1 <= procedure.silence_move_hours <= LONGEST_SILENCE_HOURS:
        raise Invalid("initiatives.silence_hours", field="silence_move_hours", most=LONGEST_SILENCE_HOURS)
    if not 0 <= procedure.silence_moves <= 9:
        raise Invalid("initiatives.silence_moves", field="silence_moves", most=9)


def _in_order_of_clause(named: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in NEEDING_SECOND_FACTOR if name in set(named))


def check_slug(slug: str) -> None:
    """Raises Invalid where the short name cannot stand in an address."""
    if not SLUG.match(slug):
        raise Invalid("initiatives.slug_shape", field="slug")


def check_scope(scope: Sequence[str]) -> None:
    """Raises Invalid where the scope names no kind of crisis, or an unknown one."""
    if not scope or not set(scope) <= set(SCOPES):
        raise Invalid("initiatives.no_scope", field="scope")


def check_phases(phases: Sequence[str]) -> None:
    """Raises Invalid where a theme is listed in no phase, or an unknown one."""
    if not phases or not set(phases) <= set(PHASES):
        raise Invalid("initiatives.no_phase", field="phases")


def in_order(phases: Sequence[str]) -> list[str]:
    """The phases in the order in which a crisis goes through them."""
    return [phase for phase in PHASES if phase in phases]


def read_days(text: str) -> tuple[dt.date, ...]:
    """Days typed one below the other as 2026-12-25; raises Invalid with the first line that is no day."""
    days = []
    for line in (line.strip() for line in text.splitlines()):
        if not line:
            continue
        try:
            days.append(dt.date.fromisoformat(line))
        except ValueError as error:
            raise Invalid("initiatives.not_a_day", field="holidays", line=line) from error
    return tuple(sorted(set(days)))


def check_zone(name: str) -> None:
    """Raises Invalid where the time zone database (IANA) does not have this zone."""
    if name not in zones():
        raise Invalid("initiatives.unknown_zone", field="time_zone")
