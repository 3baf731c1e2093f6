"""Sentences of what any page may say."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Message, Sentences

BASE: Sentences = {
    "mail.no_address": Message(_l("This is no e-mail address to which mail could go.")),
    "denied": Message(
        _l("You may see this, but your seat or office does not allow you to do it. Nothing was changed.")
    ),
    "second_factor_needed": Message(
        _l(
            "In this initiative your seat or office acts only with a second factor, and you have none yet. Nothing "
            "was changed. Set one up under your name, on the page “Signing in and security”, then do this again."
        )
    ),
    "met": Message(
        _l(
            "Somebody else did the same at the same moment. What you sent was not stored; look at the page again."
        )
    ),
    "not_found": Message(_l("There is no such page, or it is not open to you.")),
    "stale": Message(
        _l("Somebody else saved this while you were writing. Compare both texts before you go on.")
    ),
    "journal.entry_gone": Message(
        _l("The words of this journal entry were erased; its place in the chain remains.")
    ),
}
