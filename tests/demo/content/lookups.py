"""The demo's content by its keys."""

from __future__ import annotations

from collections.abc import Iterator

from webapp.base.access.actor import SeatRole
from webapp.demo.content import DEMO
from webapp.demo.content.shapes import Comment, Contribution, Provision, Responsibility, When

PEOPLE = {person.key: person for person in DEMO.people}
DELEGATIONS = {delegation.code: delegation for delegation in DEMO.delegations}
REVISIONS = {revision.key: revision for revision in DEMO.instrument.revisions}
OF_EVERY_TEXT = {revision.key: revision for text in DEMO.instruments for revision in text.revisions}
DECISIONS = {decision.key: decision for decision in DEMO.decisions}
ROUND_ONE, ROUND_TWO, ROUND_THREE = DEMO.rounds
FIRST_START = When(0, 0)
SPEAKS = {SeatRole.HEAD, SeatRole.ALTERNATE}


def provisions(revision: str) -> dict[str, Provision]:
    return {item.key: item for element in OF_EVERY_TEXT[revision].elements for item in element.provisions}


def responsibilities(revision: str) -> dict[str, Responsibility]:
    return {
        key: item.responsibility
        for key, item in provisions(revision).items()
        if item.responsibility is not None
    }


def contributions() -> Iterator[tuple[str, Contribution]]:
    """Each contribution, with the revision that its round is on."""
    for review_round in DEMO.rounds:
        for contribution in review_round.contributions:
            yield review_round.revision, contribution


def comments() -> Iterator[tuple[str, Comment]]:
    """Each comment, with the revision that its round is on."""
    for revision, contribution in contributions():
        for comment in contribution.comments:
            yield revision, comment


def speaks_for(person: str, delegation: str) -> bool:
    """Whether the person may take the delegation's positions: a head or alternate without an office."""
    who = PEOPLE[person]
    return who.delegation == delegation and who.seat in SPEAKS and who.office is None
