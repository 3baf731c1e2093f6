"""A round that is over: what every delegation handed in, three quarters of it answered, and its journal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from tests.benchmarks.furnishing.place import LONG_AGO, Place, add_all
from tests.benchmarks.furnishing.record import Recorded, write_record
from tests.benchmarks.furnishing.words import text_of
from webapp.base.access import spaces
from webapp.base.access.actor import Capacity
from webapp.base.kernel.ids import new_id
from webapp.base.kernel.visibility import audience_of
from webapp.features.review.events import CommentAnswered, ContributionHandedIn
from webapp.features.review.models import Comment, Contribution, ContributionVersion, DraftComment, Round
from webapp.features.review.rules.contributions import (
    Block,
    BlockComment,
    block_hash,
    register_number,
    write_block,
)
from webapp.features.review.rules.rounds import RoundState

DAY = dt.timedelta(days=1)
CLOSED_AT = LONG_AGO + 10 * DAY
REASON = "The words were changed so that they say it."


def write_review(session: Session, place: Place) -> None:
    """Round 1 on the current revision, closed, with its comments and the entries about them."""
    place.closed_round = new_id()
    round_ = {
        "id": place.closed_round,
        "initiative_id": place.initiative_id,
        "instrument_id": place.instrument_id,
        "revision_id": place.revisions[-1],
        "number": 1,
        "title": "First round",
        "state": RoundState.CLOSED,
        "opens_at": LONG_AGO,
        "opened_at": LONG_AGO,
        "closes_at": CLOSED_AT,
        "closed_at": CLOSED_AT,
        "planned_by": place.officer,
    }
    add_all(session, Round, [round_])
    everybody = audience_of(session, [spaces.all_delegations(place.initiative_id)])
    recorded: list[Recorded] = []
    answered: list[dict[str, Any]] = []
    for delegation in range(place.size.delegations):
        comments = list(_comments_of(place, delegation, everybody))
        answered += [comment for comment in comments if comment["disposition"]]
        recorded.append(_hand_in(session, place, delegation, comments, everybody))
    recorded += [_answer(place, comment) for comment in answered]
    # Answers may be changed until the round is concluded: so a journal of any length is possible.
    while answered and len(recorded) < place.size.entries:
        recorded += [_answer(place, one, "noted") for one in answered[: place.size.entries - len(recorded)]]
    write_record(session, place.initiative_id, CLOSED_AT, recorded)


def _comments_of(place: Place, delegation: int, audience_id: str) -> Iterator[dict[str, Any]]:
    """A delegation's share of the comments; the first of all delegations are on the first provision."""
    targets = [*place.provisions[1:], None]
    for number, at in enumerate(range(delegation, place.size.comments, place.size.delegations), start=1):
        in_thread = at < place.size.thread
        is_answered = at % 4 != 0
        yield {
            "id": new_id(),
            "draft_id": new_id(),
            "number": number,
            "public_number": at + 1,
            "register_number": register_number(1, place.code(delegation), number),
            "round_id": place.closed_round,
            "delegation_id": place.delegations[delegation],
            "audience_id": audience_id,
            "author_id": place.heads[delegation],
            "provision_id": place.provisions[0] if in_thread else targets[at % len(targets)],
            "kind": ("substantive", "editorial", "general")[at % 3],
            "body": text_of(f"comment {at}", 2),
            "language": "en",
            "words": "",
            "handed_in_at": CLOSED_AT - DAY,
            "disposition": "accepted" if is_answered else None,
            "reason": REASON if is_answered else "",
            "answered_by": place.officer if is_answered else None,
            "answered_at": CLOSED_AT + DAY if is_answered else None,
        }


def _hand_in(
    session: Session, place: Place, delegation: int, comments: list[dict[str, Any]], everybody: str
) -> Recorded:
    delegation_id = place.delegations[delegation]
    own = audience_of(session, [spaces.of_delegation(delegation_id)])
    add_all(session, DraftComment, [_draft(comment, own) for comment in comments])
    contribution_id, block = new_id(), _block(place, delegation, comments)
    add_all(
        session,
        Contribution,
        [
            {
                "id": contribution_id,
                "round_id": place.closed_round,
                "delegation_id": delegation_id,
                "covering_statement": block.covering_statement,
                "versions": 1,
                "handed_in_at": CLOSED_AT - DAY,
            }
        ],
    )
    add_all(
        session,
        ContributionVersion,
        [
            {
                "contribution_id": contribution_id,
                "number": 1,
                "handed_in_at": CLOSED_AT - DAY,
                "handed_in_by": place.heads[delegation],
                "audience_id": everybody,
                "content": write_block(block),
                "hash": block_hash(block),
            }
        ],
    )
    add_all(session, Comment, [{**comment, "contribution_id": contribution_id} for comment in comments])
    head = Capacity(
        place.heads[delegation], f"Head {delegation}", "head", delegation_id, f"Delegation {delegation:03}"
    )
    return head, ContributionHandedIn(
        initiative_id=place.initiative_id,
        object_id=contribution_id,
        delegation_id=delegation_id,
        round_id=place.closed_round,
        version=1,
        hash=block_hash(block),
        register_numbers=tuple(comment["register_number"] for comment in comments),
    )


def _draft(comment: dict[str, Any], audience_id: str) -> dict[str, Any]:
    kept = ("round_id", "delegation_id", "provision_id", "author_id", "kind", "body", "language", "number")
    return {
        **{name: comment[name] for name in kept},
        "id": comment["draft_id"],
        "audience_id": audience_id,
        "created_at": CLOSED_AT - 2 * DAY,
        "changed_at": CLOSED_AT - 2 * DAY,
    }


def _block(place: Place, delegation: int, comments: list[dict[str, Any]]) -> Block:
    numbers = {identifier: place.number(at) for at, identifier in enumerate(place.provisions)}
    return Block(
        covering_statement="We thank the co-chairs.",
        comments=tuple(
            BlockComment(
                draft_id=comment["draft_id"],
                number=comment["number"],
                register_number=comment["register_number"],
                provision_id=comment["provision_id"],
                provision=numbers.get(comment["provision_id"], ""),
                kind=comment["kind"],
                words="",
                language="en",
                body=comment["body"],
                author=f"Head {delegation}",
            )
            for comment in comments
        ),
    )


def _answer(place: Place, comment: dict[str, Any], earlier: str | None = None) -> Recorded:
    return Capacity(place.officer, "officer", "secretariat"), CommentAnswered(
        initiative_id=place.initiative_id,
        object_id=comment["id"],
        round_id=comment["round_id"],
        register_number=comment["register_number"],
        disposition=comment["disposition"],
        reason=comment["reason"],
        earlier=earlier,
    )
