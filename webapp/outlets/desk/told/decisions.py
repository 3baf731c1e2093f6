"""News of decisions."""

from __future__ import annotations

from flask_babel import gettext as _

from webapp.base.kernel.happened import Happened
from webapp.features.decisions.forms.wording import RESULTS
from webapp.outlets.desk.rules import Line, Topic
from webapp.outlets.desk.told.known import Known, line_about, with_detail, with_quote


def opened(one: Happened, known: Known) -> Line:
    question, closes = one.content["question"], known.moment(one, "closes_at")
    if one.content["kind"] == "silence":
        words = _("Placed under silence until %(moment)s", moment=closes)
    elif one.content["kind"] == "indication":
        words = _("An indication is asked for until %(moment)s", moment=closes)
    else:
        words = _("Positions are asked for until %(moment)s", moment=closes)
    return with_detail(_decision(one, known, words), question)


def closed(one: Happened, known: Known) -> Line:
    result = RESULTS.get(one.content["result"] or "")
    words = _("Closed: %(result)s", result=result) if result else _("An indication closed")
    if one.content["ended"] == "broken":
        words = _("Silence was broken: back to consultation")
    return _about(one, known, words)


def announced(one: Happened, known: Known) -> Line:
    result = RESULTS.get(one.content["result"], one.content["result"])
    return _about(one, known, _("The outcome is announced: %(result)s", result=result))


def withdrawn(one: Happened, known: Known) -> Line:
    return with_quote(_about(one, known, _("A decision was withdrawn")), one.content["reason"])


def declined(one: Happened, known: Known) -> Line:
    return with_quote(_about(one, known, _("A proposed decision was declined")), one.content["reason"])


def act_declined(one: Happened, known: Known) -> Line:
    return _about(one, known, _("The other co-chair did not confirm what was asked"))


def deadline_moved(one: Happened, known: Known) -> Line:
    words = _("The deadline moved to %(moment)s", moment=known.moment(one, "after"))
    return with_quote(_about(one, known, words), one.content["reason"])


def silence_broken(one: Happened, known: Known) -> Line:
    words = _("%(delegation)s broke silence", delegation=one.content["delegation_name"])
    return with_quote(_about(one, known, words), one.content["reason"])


def late_objection(one: Happened, known: Known) -> Line:
    words = _("%(delegation)s objected after the deadline", delegation=one.content["delegation_name"])
    return with_quote(_about(one, known, words), one.content["reason"])


def _about(one: Happened, known: Known, words: str) -> Line:
    return with_detail(_decision(one, known, words), known.questions.get(one.object_id, ""))


def _decision(one: Happened, known: Known, words: str) -> Line:
    return line_about(Topic.DECISIONS, one, known, words, "decisions.decision", decision_id=one.object_id)
