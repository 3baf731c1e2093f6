"""Under which names what is said in a round is read."""

from __future__ import annotations

from webapp.base.access.actor import Actor
from webapp.base.access.attribution import Terms, Unnamed, Voice, byline
from webapp.features.review.models import Round
from webapp.features.review.rules.attribution import read_terms


def terms_of(round_: Round) -> Terms:
    """Under which names what is said in this round is read by others."""
    return read_terms(round_.attribution, round_.told_apart)


def others_read(actor: Actor, round_: Round) -> Unnamed | None:
    """What others read in place of the own delegation's name in this round, or None where they read the name."""
    seat = actor.seat_in(round_.initiative_id)
    if seat is None:
        return None
    voice = Voice(seat.delegation_id, seat.delegation_name, seat.delegation_code, seat.constituency)
    by = byline(terms_of(round_), {seat.delegation_id}, voice)
    return by.others_read


def own_delegations(actor: Actor) -> frozenset[str]:
    """The delegations that see themselves whatever the setting."""
    return frozenset(seat.delegation_id for seat in actor.seats)
