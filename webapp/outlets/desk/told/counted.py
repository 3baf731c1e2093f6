"""The words of news that are counted from the rows themselves, since the journal has an entry for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.base.kernel.happened import Happened
from webapp.base.web.filters import first_capital, number, shorten, spelled
from webapp.features.decisions.queries import PositionsTaken
from webapp.features.review.forms.wording import DISPOSITIONS
from webapp.features.review.queries import BesideOurs, InRound, OwnAnswer
from webapp.outlets.desk.rules import Line, Topic, Way
from webapp.outlets.desk.told.known import NUMBERS_SHOWN, QUOTED, Known


def own_answer(found: OwnAnswer, known: Known) -> Line:
    """A comment of the own delegation was answered."""
    view = found.view
    answer = DISPOSITIONS[view.disposition or ""]
    facts = {"register_number": view.register_number, "answer": answer, "number": view.provision_number}
    if view.provision_number:
        words = _("Your comment %(register_number)s on %(number)s: %(answer)s", **facts)
    else:
        words = _("Your comment %(register_number)s on the whole text: %(answer)s", **facts)
    place = {"slug": known.slugs[found.initiative_id], "comment_id": view.id}
    return Line(
        Topic.ANSWERS,
        found.at,
        found.initiative_id,
        Way(words, "reading.comment", place),
        quote=shorten(view.reason, QUOTED),
    )


def answered_by_secretariat(found: InRound, known: Known) -> Line:
    """Comments of other delegations were answered."""
    words = ngettext(
        "One comment of another delegation in round %(round)s was answered",
        "%(count)s comments of other delegations in round %(round)s were answered",
        found.count,
        count=first_capital(spelled(found.count)),
        round=found.round_number,
    )
    return _in_round(Topic.ROUNDS, found, known, words, "review.comments")


def drafted(found: InRound, known: Known) -> Line:
    """Others of the own delegation wrote into its draft."""
    words = ngettext(
        "One comment came into your delegation’s draft for round %(round)s, or was changed in it",
        "%(count)s comments came into your delegation’s draft for round %(round)s, or were changed in it",
        found.count,
        count=first_capital(spelled(found.count)),
        round=found.round_number,
    )
    return _in_round(Topic.ROUNDS, found, known, words, "review.contribution")


def handed_in(found: InRound, known: Known) -> Line:
    """Delegations handed in to a round that is open."""
    words = ngettext(
        "One delegation handed in its contribution to round %(round)s",
        "%(count)s delegations handed in their contributions to round %(round)s",
        found.count,
        count=first_capital(spelled(found.count)),
        round=found.round_number,
    )
    return _in_round(Topic.ROUNDS, found, known, words, "review.round")


def positions(found: PositionsTaken, known: Known) -> Line:
    """Other delegations took positions."""
    words = ngettext(
        "One delegation took a position",
        "%(count)s delegations took a position",
        found.count,
        count=first_capital(spelled(found.count)),
    )
    place = {"slug": known.slugs[found.initiative_id], "decision_id": found.decision_id}
    way = Way(words, "decisions.decision", place)
    return Line(Topic.DECISIONS, found.last_at, found.initiative_id, way, detail=found.question)


def beside_ours(
    found: Sequence[BesideOurs], known: Known, happened: Sequence[Happened], closed: Mapping[str, int]
) -> Iterator[Line]:
    """Others commented on provisions that the own delegation commented on; `closed` finds the round's closing."""
    for round_id, group in groupby(sorted(found, key=lambda one: one.round_id), key=lambda one: one.round_id):
        places, one = list(group), happened[closed[round_id]]
        slug = known.slugs[one.chain]
        count = sum(place.count for place in places)
        words = ngettext(
            "One comment of others on provisions that you commented on",
            "%(count)s comments of others on provisions that you commented on",
            count,
            count=first_capital(spelled(count)),
        )
        values = {"slug": slug, "round_id": round_id}
        ways = tuple(
            Way(
                _("%(number)s: %(count)s", number=place.number, count=number(place.count)),
                "reading.text",
                {
                    "slug": slug,
                    "ordinal": place.revision_ordinal,
                    "instrument": place.instrument_id,
                    "open": place.provision_id,
                    "_anchor": f"p{place.number}",
                },
            )
            for place in places[:NUMBERS_SHOWN]
        )
        yield Line(Topic.ROUNDS, one.at, one.chain, Way(words, "review.comments", values), ways=ways)


def _in_round(topic: Topic, found: InRound, known: Known, words: str, endpoint: str) -> Line:
    place = {"slug": known.slugs[found.initiative_id], "round_id": found.round_id}
    return Line(topic, found.last_at, found.initiative_id, Way(words, endpoint, place))
