"""Sentences of the publishing feature."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Message, Sentences

PUBLISHING: Sentences = {
    "publishing.past": Message(
        _l("That moment has passed. Choose a later one, or leave it empty to publish at once.")
    ),
    "publishing.too_far": Message(_l("Choose a moment within a year, not after %(furthest)s.")),
    "publishing.already": Message(_l("This is published already, as of %(published_at)s.")),
    "publishing.not_announced": Message(
        _l("An outcome can be published once it was announced to the delegations.")
    ),
    "publishing.no_mandate": Message(
        _l("There is no mandate to publish yet. The secretariat writes it down first.")
    ),
    "publishing.nothing_changed": Message(
        _l("Mandate, scope and timetable are published as they stand; nothing changed since.")
    ),
}
