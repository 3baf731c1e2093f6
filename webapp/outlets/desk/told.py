"""THE table: which event the desk tells as news, and in which words.

An event stands either in TOLD, or in FOLDED (many of a day become one line), or in QUIET with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.base.kernel.happened import Happened
from webapp.base.web import moments
from webapp.base.web.filters import first_capital, number, shorten, spelled, status_mark
from webapp.features.decisions.forms.wording import RESULTS
from webapp.features.instruments.words import revision_words
from webapp.outlets.desk.rules import Line, Topic, Way
from webapp.outlets.notifications.moments import moment_in

NUMBERS_SHOWN = 12
"""How many provisions a line names before it says how many more there are."""
NAMES_SHOWN = 4
QUOTED = 180
"""How many characters of a reason are shown: its beginning."""
WORTH_TELLING = ("agreed", "agreed_ad_referendum", "reopened", "adopted")
"""Statuses that delegations gave; the others follow from a text being issued or discussed."""


@dataclass(frozen=True)
class Known:
    """What sentences need beside the entries themselves."""

    slugs: Mapping[str, str]
    """By initiative."""
    zones: Mapping[str, str]
    questions: Mapping[str, str] = field(default_factory=dict)
    """By decision."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Of provisions, in the last revision that has them."""
    delegations: Mapping[str, str] = field(default_factory=dict)
    """Names, by identifier."""

    def moment(self, one: Happened, name: str) -> str:
        """A moment that the entry tells, in words of its initiative's official zone."""
        return moments.moment(moment_in(one, name), self.zones[one.chain])


Teller = Callable[[Happened, Known], Line | None]


def _line(topic: Topic, one: Happened, known: Known, words: str, endpoint: str, **values: str | int) -> Line:
    return Line(topic, one.at, one.chain, Way(words, endpoint, {"slug": known.slugs[one.chain], **values}))


def _revision_issued(one: Happened, known: Known) -> Line:
    label = first_capital(revision_words(one.content["label"]))
    words = _("%(label)s is issued as %(symbol)s", label=label, symbol=one.content["symbol"])
    place = {"ordinal": one.content["ordinal"], "instrument": one.content["instrument_id"]}
    return _line(Topic.TEXT, one, known, words, "reading.text", **place)


def _revision_not_issued(one: Happened, known: Known) -> Line:
    label = revision_words(one.content["label"])
    if one.event == "drafting.revision_declined":
        words = _("The proposal to issue %(label)s was declined", label=label)
    else:
        words = _("The proposal to issue %(label)s was withdrawn", label=label)
    line = _line(Topic.TEXT, one, known, words, "drafting.index")
    return _with_quote(line, one.content.get("reason", ""))


def _statuses(one: Happened, known: Known) -> Line | None:
    found = [change for change in one.content["changes"] if change["after"] in WORTH_TELLING]
    numbers = {change["provision_id"]: known.numbers.get(change["provision_id"], "") for change in found}
    if not found:
        return None
    status = status_mark(found[0]["after"]).words
    words = ngettext(
        "One provision is now %(status)s",
        "%(number)s provisions are now %(status)s",
        len(found),
        number=first_capital(spelled(len(found))),
        status=status,
    )
    place = {"slug": known.slugs[one.chain], "instrument": one.object_id}
    ways = [
        Way(shown, "reading.text", {**place, "_anchor": f"p{shown}"}) for shown in numbers.values() if shown
    ]
    line = _line(Topic.TEXT, one, known, words, "reading.text", instrument=one.object_id)
    return _with_ways(line, ways)


def _round_planned(one: Happened, known: Known) -> Line:
    opens = known.moment(one, "opens_at")
    words = _("%(title)s is planned; it opens on %(moment)s", title=one.content["title"], moment=opens)
    return _line(Topic.ROUNDS, one, known, words, "review.round", round_id=one.object_id)


def _round_opened(one: Happened, known: Known) -> Line:
    closes = known.moment(one, "closes_at")
    words = _("%(title)s is open until %(moment)s", title=one.content["title"], moment=closes)
    return _line(Topic.ROUNDS, one, known, words, "review.round", round_id=one.object_id)


def _round_closed(one: Happened, known: Known) -> Line:
    comments = one.content["comments"]
    words = _("%(title)s closed", title=one.content["title"])
    detail = ngettext(
        "%(number)s comment can be read now.",
        "%(number)s comments can be read now.",
        comments,
        number=number(comments),
    )
    line = _line(Topic.ROUNDS, one, known, words, "review.comments", round_id=one.object_id)
    return _with_detail(line, detail)


def _round_concluded(one: Happened, known: Known) -> Line:
    words = _("%(title)s is concluded: every comment is answered", title=one.content["title"])
    return _line(Topic.ROUNDS, one, known, words, "review.round", round_id=one.object_id)


def _handed_in(one: Happened, known: Known) -> Line:
    words = _("Your delegation handed in its contribution, version %(number)s", number=one.content["version"])
    place = {"round_id": one.content["round_id"]}
    return _line(Topic.ROUNDS, one, known, words, "review.contribution", **place)


def _decision_opened(one: Happened, known: Known) -> Line:
    question, closes = one.content["question"], known.moment(one, "closes_at")
    if one.content["kind"] == "silence":
        words = _("Placed under silence until %(moment)s", moment=closes)
    elif one.content["kind"] == "indication":
        words = _("An indication is asked for until %(moment)s", moment=closes)
    else:
        words = _("Positions are asked for until %(moment)s", moment=closes)
    return _with_detail(_decision(one, known, words), question)


def _decision_closed(one: Happened, known: Known) -> Line:
    result = RESULTS.get(one.content["result"] or "")
    words = _("Closed: %(result)s", result=result) if result else _("An indication closed")
    if one.content["ended"] == "broken":
        words = _("Silence was broken: back to consultation")
    return _about(one, known, words)


def _decision_announced(one: Happened, known: Known) -> Line:
    result = RESULTS.get(one.content["result"], one.content["result"])
    return _about(one, known, _("The outcome is announced: %(result)s", result=result))


def _decision_withdrawn(one: Happened, known: Known) -> Line:
    return _with_quote(_about(one, known, _("A decision was withdrawn")), one.content["reason"])


def _decision_declined(one: Happened, known: Known) -> Line:
    return _with_quote(_about(one, known, _("A proposed decision was declined")), one.content["reason"])


def _act_declined(one: Happened, known: Known) -> Line:
    return _about(one, known, _("The other co-chair did not confirm what was asked"))


def _deadline_moved(one: Happened, known: Known) -> Line:
    words = _("The deadline moved to %(moment)s", moment=known.moment(one, "after"))
    return _with_quote(_about(one, known, words), one.content["reason"])


def _silence_broken(one: Happened, known: Known) -> Line:
    words = _("%(delegation)s broke silence", delegation=one.content["delegation_name"])
    return _with_quote(_about(one, known, words), one.content["reason"])


def _late_objection(one: Happened, known: Known) -> Line:
    words = _("%(delegation)s objected after the deadline", delegation=one.content["delegation_name"])
    return _with_quote(_about(one, known, words), one.content["reason"])


def _published(one: Happened, known: Known) -> Line:
    since = known.moment(one, "visible_from")
    words = _("Everybody may read %(title)s from %(moment)s on", title=one.content["title"], moment=since)
    return _line(Topic.PUBLISHED, one, known, words, "publishing.index")


def _initiative_changed(one: Happened, known: Known) -> Line:
    parts = {
        "mandate": _("The mandate, scope or timetable was changed"),
        "procedure": _("The rules of procedure were changed"),
        "bearers": _("The list of bearers was changed"),
        "themes": _("The list of themes was changed"),
    }
    words = parts.get(one.content["part"], _("The initiative was changed"))
    return _line(Topic.PUBLISHED, one, known, words, "initiatives.overview")


TOLD: Mapping[str, Teller] = {
    "drafting.revision_issued": _revision_issued,
    "drafting.revision_declined": _revision_not_issued,
    "drafting.revision_withdrawn": _revision_not_issued,
    "instruments.status_changed": _statuses,
    "review.round_planned": _round_planned,
    "review.round_opened": _round_opened,
    "review.round_closed": _round_closed,
    "review.round_concluded": _round_concluded,
    "review.contribution_handed_in": _handed_in,
    "decisions.opened": _decision_opened,
    "decisions.closed": _decision_closed,
    "decisions.announced": _decision_announced,
    "decisions.withdrawn": _decision_withdrawn,
    "decisions.declined": _decision_declined,
    "decisions.act_declined": _act_declined,
    "decisions.deadline_moved": _deadline_moved,
    "decisions.silence_broken": _silence_broken,
    "decisions.late_objection_received": _late_objection,
    "publishing.item_published": _published,
    "initiatives.changed": _initiative_changed,
}

FOLDED = (
    "participants.delegation_accredited",
    "participants.seat_taken",
    "participants.seat_ended",
    "participants.office_taken",
    "participants.office_ended",
)

OF_THE_SITE = "the site's own journal, which the administrators read"
WAITS = "stands among what waits for those whom it concerns"
COUNTED = "told by counting, from the rows themselves"
NOT_NEWS = "makes no difference to what anybody else reads or does"
QUIET: Mapping[str, str] = {
    "people.administrator_created": OF_THE_SITE,
    "people.password_set": OF_THE_SITE,
    "people.reset_requested": OF_THE_SITE,
    "initiatives.created": NOT_NEWS,
    "participants.invited": NOT_NEWS,
    "participants.invitation_withdrawn": NOT_NEWS,
    "participants.focal_point_confirmed": NOT_NEWS,
    "instruments.instrument_created": NOT_NEWS,
    "instruments.text_changed": "the rolling text is compared when a revision is proposed",
    "drafting.revision_proposed": WAITS,
    "review.reminder_due": WAITS,
    "review.draft_changed": COUNTED,
    "review.comment_answered": COUNTED,
    "decisions.proposed": WAITS,
    "decisions.reminder_due": WAITS,
    "decisions.position_taken": COUNTED,
    "decisions.notice_seen": NOT_NEWS,
    "decisions.acknowledged": NOT_NEWS,
    "decisions.chairs_must_decide": WAITS,
    "decisions.act_proposed": WAITS,
}


def folded(ones: Sequence[Happened], known: Known) -> Line:
    """Many of the same in one line; the newest comes first and gives the moment."""
    names = [_name(one, known) for one in ones]
    shown, left = names[:NAMES_SHOWN], len(names) - NAMES_SHOWN
    if left > 0:
        shown = [*shown, ngettext("%(number)s more", "%(number)s more", left, number=number(left))]
    told, count = ", ".join(shown), len(ones)
    sentences = {
        "participants.delegation_accredited": ngettext(
            "A delegation was accredited", "%(number)s delegations were accredited", count, number=count
        ),
        "participants.seat_taken": ngettext(
            "Somebody took a seat", "%(number)s people took seats", count, number=count
        ),
        "participants.seat_ended": ngettext("A seat ended", "%(number)s seats ended", count, number=count),
        "participants.office_taken": ngettext(
            "Somebody took an office", "%(number)s people took offices", count, number=count
        ),
        "participants.office_ended": ngettext(
            "An office ended", "%(number)s offices ended", count, number=count
        ),
    }
    line = _line(Topic.PEOPLE, ones[0], known, sentences[ones[0].event], "participants.index")
    return _with_detail(line, told)


def _name(one: Happened, known: Known) -> str:
    name = one.content.get("person_name") or one.content.get("delegation_name", "")
    of = known.delegations.get(one.content.get("delegation_id") or "")
    return _("%(name)s (%(delegation)s)", name=name, delegation=of) if of else str(name)


def _decision(one: Happened, known: Known, words: str) -> Line:
    return _line(Topic.DECISIONS, one, known, words, "decisions.decision", decision_id=one.object_id)


def _about(one: Happened, known: Known, words: str) -> Line:
    return _with_detail(_decision(one, known, words), known.questions.get(one.object_id, ""))


def _with_detail(line: Line, detail: str) -> Line:
    return replace(line, detail=detail)


def _with_quote(line: Line, quote: str) -> Line:
    return replace(line, quote=shorten(quote, QUOTED))


def _with_ways(line: Line, ways: list[Way]) -> Line:
    left = len(ways) - NUMBERS_SHOWN
    if left <= 0:
        return replace(line, ways=tuple(ways))
    more = ngettext("%(number)s more", "%(number)s more", left, number=number(left))
    return replace(line, ways=tuple(ways[:NUMBERS_SHOWN]), more=replace(line.way, words=more))
