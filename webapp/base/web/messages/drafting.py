"""Sentences of the drafting feature."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Message, Sentences

DRAFTING: Sentences = {
    "drafting.no_text": Message(_l("There is no text yet. Write a provision first.")),
    "drafting.nothing_changed": Message(
        _l("Nothing has changed since the last revision. There is nothing to issue.")
    ),
    "drafting.empty_provision": Message(_l("Provision %(numbers)s has no words. Write them, or remove it.")),
    "drafting.unreadable": Message(
        _l("The brackets of %(numbers)s cannot be read, at “%(near)s”. Mend them first.")
    ),
    "drafting.decision_open": Message(
        _l(
            "A decision is open on %(numbers)s, and the words have changed."
            " Restore them, or wait until the decision is closed."
        )
    ),
    "drafting.agreed_changed": Message(
        _l(
            "%(numbers)s is agreed, and the words have changed. Restore them; agreed words must be reopened first."
        )
    ),
    "drafting.names_withheld": Message(
        _l(
            "The brackets of %(numbers)s name delegations, and the rules of procedure of this initiative say that"
            " they are not named. Take the codes out of the brackets."
        )
    ),
    "drafting.unacknowledged": Message(_l("Acknowledge each change of strength: %(changes)s.")),
    "drafting.already_proposed": Message(
        _l(
            "A revision is proposed already. It is confirmed, declined or withdrawn before another is proposed."
        )
    ),
    "drafting.text_moved": Message(
        _l(
            "The text was changed after this page was opened. Nothing was proposed. Look it over as it is now."
        )
    ),
    "drafting.text_changed": Message(
        _l(
            "The text was changed after it was proposed, so it cannot be issued."
            " Decline it with a reason, or restore the words."
        )
    ),
    "drafting.own_proposal": Message(
        _l("You proposed this yourself; the other co-chair confirms or declines it.")
    ),
    "drafting.not_own_proposal": Message(_l("Only who proposed it can withdraw it.")),
    "drafting.not_proposed": Message(
        _l("This was issued, declined or withdrawn meanwhile. Nothing more was done.")
    ),
    "drafting.reason_missing": Message(_l("Write the reason; the other co-chair will read it.")),
}
