"""Who takes part in the demo. All persons are invented; real States and organisations
appear only in roles they held."""

from __future__ import annotations

from webapp.demo.content.people import civil_society, organisations, private_sector, states, without_a_seat
from webapp.demo.content.people.delegations import DELEGATIONS

PEOPLE = (
    states.PEOPLE
    + organisations.PEOPLE
    + civil_society.PEOPLE
    + private_sector.PEOPLE
    + without_a_seat.PEOPLE
)

__all__ = ["DELEGATIONS", "PEOPLE"]
