"""News of texts, of what is public, and of the undertaking itself."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.base.kernel.happened import Happened
from webapp.base.web.filters import first_capital, spelled, status_mark
from webapp.features.instruments.words import revision_words
from webapp.outlets.desk.rules import Line, Topic, Way
from webapp.outlets.desk.told.known import Known, line_about, with_detail, with_quote, with_ways

WORTH_TELLING = ("agreed", "agreed_ad_referendum", "reopened", "adopted")
"""Statuses that delegations gave; the others follow from a text being issued or discussed."""


def revision_issued(one: Happened, known: Known) -> Line:
    label = first_capital(revision_words(one.content["label"]))
    words = _("%(label)s is issued as %(symbol)s", label=label, symbol=one.content["symbol"])
    place = {"ordinal": one.content["ordinal"], "instrument": one.content["instrument_id"]}
    return line_about(Topic.TEXT, one, known, words, "reading.text", **place)


def revision_not_issued(one: Happened, known: Known) -> Line:
    label = revision_words(one.content["label"])
    if one.event == "drafting.revision_declined":
        words = _("The proposal to issue %(label)s was declined", label=label)
    else:
        words = _("The proposal to issue %(label)s was withdrawn", label=label)
    line = line_about(Topic.TEXT, one, known, words, "drafting.index")
    return with_quote(line, one.content.get("reason", ""))


def statuses(one: Happened, known: Known) -> Line | None:
    found = {
        change["provision_id"]: change["after"]
        for change in one.content["changes"]
        if change["after"] in WORTH_TELLING
    }
    if not found:
        return None
    status = status_mark(next(iter(found.values()))).words
    words = ngettext(
        "One provision is now %(status)s",
        "%(number)s provisions are now %(status)s",
        len(found),
        number=first_capital(spelled(len(found))),
        status=status,
    )
    place = {"slug": known.slugs[one.chain], "instrument": one.object_id}
    ways = [
        Way(shown, "reading.text", {**place, "_anchor": f"p{shown}"})
        for provision_id, shown in known.numbers.items()
        if provision_id in found
    ]
    line = line_about(Topic.TEXT, one, known, words, "reading.text", instrument=one.object_id)
    return with_ways(line, ways)


def published(one: Happened, known: Known) -> Line:
    since = known.moment(one, "visible_from")
    if one.content["kind"] == "outcome":
        words = _("Everybody may read the outcome of a decision from %(moment)s on", moment=since)
    elif one.content["kind"] == "revision":
        words = _("Everybody may read a revision from %(moment)s on", moment=since)
    else:
        words = _("Everybody may read the mandate from %(moment)s on", moment=since)
    return with_detail(
        line_about(Topic.PUBLISHED, one, known, words, "publishing.index"), one.content["title"]
    )


def initiative_changed(one: Happened, known: Known) -> Line:
    parts = {
        "mandate": _("The mandate, scope or timetable was changed"),
        "procedure": _("The rules of procedure were changed"),
        "bearers": _("The list of bearers was changed"),
        "themes": _("The list of themes was changed"),
    }
    words = parts.get(one.content["part"], _("The initiative was changed"))
    return line_about(Topic.PUBLISHED, one, known, words, "initiatives.overview")
