"""News of review rounds."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.base.kernel.happened import Happened
from webapp.base.web.filters import number
from webapp.outlets.desk.rules import Line, Topic
from webapp.outlets.desk.told.known import Known, line_about, with_detail


def planned(one: Happened, known: Known) -> Line:
    opens = known.moment(one, "opens_at")
    words = _("%(title)s is planned; it opens on %(moment)s", title=one.content["title"], moment=opens)
    return line_about(Topic.ROUNDS, one, known, words, "review.round", round_id=one.object_id)


def opened(one: Happened, known: Known) -> Line:
    closes = known.moment(one, "closes_at")
    words = _("%(title)s is open until %(moment)s", title=one.content["title"], moment=closes)
    return line_about(Topic.ROUNDS, one, known, words, "review.round", round_id=one.object_id)


def closed(one: Happened, known: Known) -> Line:
    comments = one.content["comments"]
    words = _("%(title)s closed", title=one.content["title"])
    detail = ngettext(
        "%(number)s comment can be read now.",
        "%(number)s comments can be read now.",
        comments,
        number=number(comments),
    )
    line = line_about(Topic.ROUNDS, one, known, words, "review.comments", round_id=one.object_id)
    return with_detail(line, detail)


def concluded(one: Happened, known: Known) -> Line:
    words = _("%(title)s is concluded: every comment is answered", title=one.content["title"])
    return line_about(Topic.ROUNDS, one, known, words, "review.round", round_id=one.object_id)


def handed_in(one: Happened, known: Known) -> Line:
    words = _("Your delegation handed in its contribution, version %(number)s", number=one.content["version"])
    place = {"round_id": one.content["round_id"]}
    return line_about(Topic.ROUNDS, one, known, words, "review.contribution", **place)
