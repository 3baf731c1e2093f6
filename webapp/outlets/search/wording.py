"""The words of the search as pages say them."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.base.web.messages import Words, sentence_of
from webapp.outlets.search.rules.asking import MOST_CHARACTERS, read
from webapp.outlets.search.rules.kinds import Kind

KINDS: Mapping[Kind, Words] = {
    Kind.DRAFT: _l("Your draft"),
    Kind.TEXT: _l("Current text"),
    Kind.MANDATE: _l("Mandate"),
    Kind.DECISION: _l("Decisions"),
    Kind.POSITION: _l("Positions and statements"),
    Kind.COMMENT: _l("Comments"),
    Kind.ANSWER: _l("Answers to comments"),
    Kind.COVERING: _l("Covering statements"),
    Kind.ROUND: _l("Rounds"),
    Kind.PEOPLE: _l("Delegations and people"),
    Kind.EARLIER: _l("Earlier revisions"),
}

OF_PUBLISHED: Mapping[Kind, Words] = {**KINDS, Kind.TEXT: _l("Revisions")}
"""Of what is published, no revision is set above another."""


def fault_of(typed: str) -> str | None:
    """What is wrong with what was typed, in a sentence; None where it can be searched for, or where nothing was."""
    if len(typed) > MOST_CHARACTERS:
        return sentence_of("text.too_long", {"length": len(typed), "limit": MOST_CHARACTERS})
    asked = read(typed)
    if asked or not typed.strip():
        return None
    if asked.unwanted:
        return str(_("Only words to leave out stand here. Add a word that should be there."))
    return str(_("There is no word and no number in this. Write at least one."))
