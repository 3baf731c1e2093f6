"""Sentences of the initiatives feature."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Message, Sentences

INITIATIVES: Sentences = {
    "initiatives.slug_shape": Message(
        _l(
            "Use small letters, figures and hyphens, at most 40, beginning and ending with a letter or figure."
        )
    ),
    "initiatives.slug_taken": Message(
        _l("Another initiative is called “%(slug)s”. Choose another short name.")
    ),
    "initiatives.unknown_zone": Message(_l("Choose a time zone from the list.")),
    "initiatives.no_scope": Message(_l("Choose at least one kind of crisis.")),
    "initiatives.no_phase": Message(_l("Choose at least one phase.")),
    "initiatives.not_a_day": Message(_l("“%(line)s” is no day. Write one day per line, like 2026-12-25.")),
    "initiatives.silence_hours": Message(_l("Write a number of hours from 1 to %(most)s.")),
    "initiatives.silence_moves": Message(_l("Write a number from 0 to %(most)s.")),
    "initiatives.name_listed": Message(_l("“%(name)s” is on the list already.")),
    "initiatives.stale": Message(
        _l("Somebody else saved this while you were writing. Compare both texts before you go on.")
    ),
}
