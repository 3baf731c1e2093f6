"""News of who takes part: many of a day in one line."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.base.kernel.happened import Happened
from webapp.base.web.filters import number
from webapp.outlets.desk.rules import Line, Topic
from webapp.outlets.desk.told.known import Known, line_about, with_detail

NAMES_SHOWN = 4


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
    line = line_about(Topic.PEOPLE, ones[0], known, sentences[ones[0].event], "participants.index")
    return with_detail(line, told)


def _name(one: Happened, known: Known) -> str:
    name = one.content.get("person_name") or one.content.get("delegation_name", "")
    of = known.delegations.get(one.content.get("delegation_id") or "")
    return _("%(name)s (%(delegation)s)", name=name, delegation=of) if of else str(name)
