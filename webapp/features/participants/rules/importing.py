"""A table of participants: what each line of it will do, judged against those who take part already. Pure.

All or nothing: a table with one fault does nothing at all, so that nobody wonders which half was done.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from webapp.base.access.actor import Constituency, SeatRole, Standing

MOST_ROWS = 500
"""Lines of one table; a longer one is sent in parts."""


@dataclass(frozen=True)
class Entry:
    """A line: a delegation and, where one is named, a person who is to be invited to a seat in it.

    Name, constituency and standing may be missing where the delegation is known from elsewhere.
    """

    code: str
    name: str = ""
    constituency: Constituency | None = None
    standing: Standing | None = None
    tags: tuple[str, ...] = ()
    person: str = ""
    email: str = ""
    seat: SeatRole | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Fault:
    """What is wrong in which line and column; `code` and `facts` become a sentence."""

    line: int
    column: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """A delegation as it stands."""

    code: str
    name: str
    constituency: Constituency
    standing: Standing


@dataclass(frozen=True)
class Present:
    """Who takes part already."""

    delegations: tuple[Known, ...] = ()
    seats: Mapping[str, str] = field(default_factory=dict)
    """The code of the delegation in which an address has its seat."""
    invited: Mapping[str, str] = field(default_factory=dict)
    """The code of the delegation to which an address is invited."""


class OfDelegation(StrEnum):
    """What a line does to its delegation."""

    ACCREDIT = "accredit"
    THERE = "there"


class OfPerson(StrEnum):
    """What a line does to its person."""

    NOBODY = "nobody"
    INVITE = "invite"
    SEATED = "seated"
    INVITED = "invited"
    REPEATED = "repeated"


@dataclass(frozen=True)
class Step:
    """What a line will do, or why it cannot."""

    entry: Entry
    delegation: OfDelegation
    person: OfPerson
    faults: tuple[Fault, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the line does anything."""
        return self.delegation is OfDelegation.ACCREDIT or self.person is OfPerson.INVITE


def plan(entries: Iterable[Entry], present: Present) -> tuple[Step, ...]:
    """What each line will do, in the order of the table, given those before it."""
    planner = _Planner(present)
    return tuple(planner.step(entry) for entry in entries)


def fingerprint(steps: Sequence[Step]) -> str:
    """What was shown before it is confirmed: another plan has another fingerprint."""
    told = "\n".join(f"{replace(step.entry, line=0)!r} {step.delegation} {step.person}" for step in steps)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


class _Planner:
    """Goes down the table, and knows after each line what the table will have made by then."""

    def __init__(self, present: Present) -> None:
        self.known = {one.code: one for one in present.delegations}
        self.names = {one.name.casefold(): one.code for one in present.delegations}
        self.seats, self.invited = present.seats, present.invited
        self.lines: dict[str, Entry] = {}
        """By address: the line that names it first."""

    def step(self, entry: Entry) -> Step:
        known = self.known.get(entry.code)
        faults = self._new(entry) if known is None else _differences(entry, known)
        person, fault = self._person(entry)
        if fault is not None:
            faults.append(fault)
        of_delegation = OfDelegation.ACCREDIT if known is None else OfDelegation.THERE
        return Step(entry, of_delegation, person, tuple(faults))

    def _new(self, entry: Entry) -> list[Fault]:
        """A delegation that the table brings; from here on it is known."""
        missing = [
            Fault(entry.line, column, "participants.import_new_needs", {"code": entry.code})
            for column, value in (
                ("organisation", entry.name),
                ("constituency", entry.constituency),
                ("standing", entry.standing),
            )
            if not value
        ]
        other = self.names.get(entry.name.casefold()) if entry.name else None
        if other is not None:
            facts = {"name": entry.name, "code": other}
            missing.append(Fault(entry.line, "organisation", "participants.import_name_of", facts))
        if entry.name and entry.constituency and entry.standing:
            self.known[entry.code] = Known(entry.code, entry.name, entry.constituency, entry.standing)
            self.names[entry.name.casefold()] = entry.code
        return missing

    def _person(self, entry: Entry) -> tuple[OfPerson, Fault | None]:
        if not entry.email:
            return OfPerson.NOBODY, None
        first = self.lines.setdefault(entry.email, entry)
        if first is not entry:
            return OfPerson.REPEATED, _repetition(entry, first)
        for places, state, code in (
            (self.seats, OfPerson.SEATED, "participants.import_seat_elsewhere"),
            (self.invited, OfPerson.INVITED, "participants.import_invited_elsewhere"),
        ):
            at = places.get(entry.email)
            if at is not None:
                elsewhere = Fault(entry.line, "email", code, {"code": at})
                return state, None if at == entry.code else elsewhere
        return OfPerson.INVITE, None


def _differences(entry: Entry, known: Known) -> list[Fault]:
    """A table never changes a delegation that is accredited; saying something else of it is a fault."""
    pairs = (
        ("organisation", entry.name, known.name),
        ("constituency", entry.constituency, known.constituency),
        ("standing", entry.standing, known.standing),
    )
    return [
        Fault(
            entry.line,
            column,
            "participants.import_differs",
            {"code": known.code, "stands": stands, "kind": column},
        )
        for column, given, stands in pairs
        if given and given != stands
    ]


def _repetition(entry: Entry, first: Entry) -> Fault | None:
    """The same person twice is harmless in the same seat, and a fault in two."""
    if (entry.code, entry.seat) == (first.code, first.seat):
        return None
    return Fault(entry.line, "email", "participants.import_two_seats", {"line": first.line})
