"""The words of review rounds as pages say them."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from webapp.base.web.messages import Words
from webapp.features.review.rules.comments import CommentKind, Disposition
from webapp.features.review.rules.rounds import RoundState

STATES: Mapping[str, Words] = {
    RoundState.PLANNED: _l("planned"),
    RoundState.OPEN: lazy_pgettext("a round", "open"),
    RoundState.CLOSED: lazy_pgettext("a round", "closed"),
    RoundState.CONCLUDED: _l("concluded"),
}

KINDS: Mapping[str, Words] = {
    CommentKind.GENERAL: _l("general"),
    CommentKind.SUBSTANTIVE: _l("substantive"),
    CommentKind.EDITORIAL: _l("editorial"),
}

KIND_EFFECTS: Mapping[str, Words] = {
    CommentKind.GENERAL: _l("on the whole, its purpose or its approach"),
    CommentKind.SUBSTANTIVE: _l("on what it asks, of whom, and when"),
    CommentKind.EDITORIAL: _l("on wording alone, the meaning stays"),
}

DISPOSITIONS: Mapping[str, Words] = {
    Disposition.ACCEPTED: _l("accepted"),
    Disposition.ACCEPTED_WITH_MODIFICATION: _l("accepted with modification"),
    Disposition.PARTLY_ACCEPTED: _l("partly accepted"),
    Disposition.NOT_ACCEPTED: _l("not accepted"),
    Disposition.NOTED: _l("noted"),
    Disposition.CARRIED_OVER: _l("carried over"),
    Disposition.OUTSIDE_THE_MANDATE: _l("outside the mandate (parked)"),
    Disposition.DUPLICATE: _l("duplicate"),
    Disposition.WITHDRAWN: _l("withdrawn"),
}

LANGUAGES: Mapping[str, Words] = {
    "ar": _l("Arabic"),
    "zh": _l("Chinese"),
    "en": _l("English"),
    "fil": _l("Filipino"),
    "fr": _l("French"),
    "pt": _l("Portuguese"),
    "ru": _l("Russian"),
    "es": _l("Spanish"),
}
"""Languages in which a comment may be written: the six of the United Nations and two more of the parties."""
