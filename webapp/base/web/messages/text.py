"""Sentences of text fields and moments."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Counted, Message, Sentences

TEXT: Sentences = {
    "text.required": Message(_l("Write something here.")),
    "text.too_long": Counted(
        "This is %(length)s characters long; at most %(limit)s character fits.",
        "This is %(length)s characters long; at most %(limit)s characters fit. Shorten it and send it again.",
        by="limit",
    ),
    "text.control_character": Message(
        _l(
            "There is a character in it that cannot be shown (%(character)s). Delete it, or type the words anew."
        )
    ),
    "text.lone_surrogate": Message(
        _l("There is half a character in it (%(character)s). Delete it, or type the words anew.")
    ),
    "text.not_a_choice": Message(_l("Choose one of the answers that are offered.")),
    "text.not_a_number": Message(_l("Write a whole number in figures.")),
    "moment.not_a_moment": Message(_l("Write the date and the time like this: 2026-11-20 18:00.")),
    "moment.not_a_day": Message(_l("Write the date like this: 2026-11-20.")),
    "moment.out_of_range": Message(_l("Choose a year between %(first)s and %(last)s.")),
    "moment.skipped": Message(
        _l(
            "There is no %(time)s in %(place)s on that day, because the clocks go forward. Choose another time."
        )
    ),
    "moment.twice": Message(
        _l("%(time)s comes twice in %(place)s on that day, because the clocks go back. Choose another time.")
    ),
}
