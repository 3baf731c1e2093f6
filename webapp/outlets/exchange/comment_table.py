"""The comment table of a round, in the columns that secretariats know (ISO/IEC Directives, commenting template)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flask_babel import gettext as _

from webapp.base.access.attribution import Named
from webapp.base.web.filters import byline_words
from webapp.features.review.forms.wording import DISPOSITIONS
from webapp.features.review.queries import CommentView

TYPES: Mapping[str, str] = {"general": "ge", "substantive": "te", "editorial": "ed"}
"""General, technical and editorial, as the template calls them."""


def head() -> list[str]:
    """The head of the table, in the reader's language."""
    return [
        _("Register number"),
        _("Member code"),
        _("Delegation"),
        _("Clause"),
        _("Words concerned"),
        _("Type"),
        _("Comment"),
        _("Language"),
        _("Disposition"),
        _("Observations of the secretariat"),
    ]


def rows(comments: Iterable[CommentView]) -> Iterable[list[str]]:
    """One row for each comment, in reading order."""
    for comment in comments:
        yield [
            comment.register_number or "",
            comment.by.code if isinstance(comment.by, Named) else "",
            byline_words(comment.by),
            comment.provision_number or _("whole text"),
            comment.words,
            TYPES[comment.kind],
            comment.body,
            comment.language,
            str(DISPOSITIONS[comment.disposition]) if comment.disposition else "",
            comment.reason,
        ]
