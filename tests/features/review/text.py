"""A text under review, and the acts of a round in few words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from tests.factories.cast import Cast
from tests.factories.text import issue, write_text
from webapp.base.access.actor import SYSTEM
from webapp.base.access.attribution import Attribution
from webapp.base.kernel.clock import now
from webapp.base.kernel.db import db
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.review import queries, service
from webapp.features.review.rules.contributions import block_hash
from webapp.features.review.service import CommentText

WARNING = "States should warn migrants early, and warn them in words they know."
PAPERS = "Employers should return papers. *No one* should be turned away at a border for want of a paper."
DAY = dt.timedelta(days=1)
Move = Callable[[dt.timedelta | dt.datetime], None]


@dataclass(frozen=True)
class TextUnderReview:
    """An issued revision with two provisions, 1.1 and 1.2."""

    instrument_id: str
    revision_id: str
    provisions: tuple[str, str]


def make_text(cast: Cast, stem: str = "MAC/VP/2026/1") -> TextUnderReview:
    """Write an issued revision into the database."""
    with unit_of_work() as work:
        written = write_text(
            work.session,
            cast,
            title="Principles",
            stem=stem,
            titles={"1": "Warning"},
            words={"1.1": WARNING, "1.2": PAPERS},
        )
        revision_id = issue(work.session, written)
    provisions = (written.provisions["1.1"], written.provisions["1.2"])
    return TextUnderReview(written.instrument_id, revision_id, provisions)


def plan(
    cast: Cast,
    text: TextUnderReview,
    *,
    who: str = "officer_free",
    opens_in: dt.timedelta = DAY,
    days: int = 10,
    attribution: Attribution = Attribution.FULL,
) -> str:
    """Plan a round that opens after `opens_in` and stays open for some days; gives its identifier."""
    with unit_of_work() as work:
        opens_at = work.now() + opens_in
        round_ = service.plan_round(
            work,
            cast.actor(who, work.session),
            cast.initiative_id,
            revision_id=text.revision_id,
            title="First round",
            opens_at=opens_at,
            closes_at=opens_at + days * DAY,
            attribution=attribution,
        )
    return round_.id


def open_round(
    cast: Cast, text: TextUnderReview, move: Move, attribution: Attribution = Attribution.FULL
) -> str:
    """A round that has just opened."""
    round_id = plan(cast, text, attribution=attribution)
    move(DAY)
    with unit_of_work() as work:
        service.open_round(work, SYSTEM, round_id)
    return round_id


def close_round(cast: Cast, round_id: str, move: Move) -> None:
    """Let the closing come, and close."""
    move(closing(cast, round_id))
    with unit_of_work() as work:
        service.close_round(work, SYSTEM, round_id)


def closing(cast: Cast, round_id: str) -> dt.datetime:
    """When the round closes."""
    return queries.round_(db.session(), cast.initiative_id, round_id).closes_at


def write(
    cast: Cast,
    who: str,
    round_id: str,
    provision_id: str | None,
    body: str = "Say who warns.",
    *,
    words: str = "",
    place: int | None = None,
) -> str:
    """Write a comment into the draft; gives its identifier."""
    text = CommentText(provision_id, "substantive", body, "en", words, place)
    with unit_of_work() as work:
        return service.add_comment(work, cast.actor(who, work.session), round_id, text).id


def hand_in(cast: Cast, who: str, round_id: str) -> int:
    """Hand in the draft as it is; gives the version's number."""
    with unit_of_work() as work:
        actor = cast.actor(who, work.session)
        round_ = queries.round_(work.session, cast.initiative_id, round_id)
        seen = block_hash(queries.draft_block(work.session, actor, round_))
        return service.hand_in(work, actor, round_id, seen_hash=seen).number


def answer(
    cast: Cast, who: str, comment_id: str, *, version: int = 1, reason: str = "Now it says so."
) -> None:
    """Answer a comment as accepted."""
    with unit_of_work() as work:
        service.answer(
            work,
            cast.actor(who, work.session),
            comment_id,
            disposition="accepted",
            reason=reason,
            version=version,
        )


def present() -> dt.datetime:
    """The application's present moment."""
    return now(db.session())
