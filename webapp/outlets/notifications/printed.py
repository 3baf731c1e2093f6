"""The catalogue in words, for its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages import Words
from webapp.outlets.notifications.catalogue import CATALOGUE, Category, Row
from webapp.outlets.notifications.rules import Channel

CATEGORIES: Mapping[Category, Words] = {
    Category.ACCOUNT: _l("Accounts and invitations"),
    Category.ROUNDS: _l("Review rounds"),
    Category.TEXT: _l("The text"),
    Category.DECISIONS: _l("Decisions"),
}

HAPPENINGS: Mapping[str, Words] = {
    "people.administrator_created": _l("Somebody becomes a site administrator"),
    "people.reset_requested": _l("Somebody asks for a link to set a new password"),
    "people.password_set": _l("Somebody’s password is set"),
    "people.new_device_used": _l("Somebody signs in on a new device"),
    "people.second_factor_failed": _l("The right password is followed by wrong codes"),
    "people.second_factor_changed": _l("Somebody’s second factor changes"),
    "people.recovery_code_used": _l("Somebody signs in with a recovery code"),
    "people.address_change_asked": _l("Somebody asks to use another address"),
    "people.address_changed": _l("Somebody’s other address is confirmed"),
    "people.address_change_cancelled": _l("A change of address is stopped or undone"),
    "people.recovery_started": _l("Somebody is helped back into the account"),
    "people.recovery_cancelled": _l("Help to get back into an account is stopped"),
    "people.recovery_used": _l("Somebody comes back into the account by a recovery"),
    "participants.invited": _l("Somebody is invited"),
    "review.round_opened": _l("A round opens"),
    "review.reminder_due": _l("A round closes soon"),
    "review.contribution_handed_in": _l("A delegation hands in its contribution"),
    "review.round_closed": _l("A round closes"),
    "review.comment_answered": _l("A comment is answered"),
    "review.round_concluded": _l("A round is concluded"),
    "drafting.revision_proposed": _l("A co-chair proposes to issue a revision"),
    "drafting.revision_issued": _l("A revision is issued"),
    "decisions.proposed": _l("A co-chair proposes a decision"),
    "decisions.opened": _l("A decision opens, or a text is placed under silence"),
    "decisions.reminder_due": _l("A decision closes soon"),
    "decisions.deadline_moved": _l("The deadline of a silence procedure moves"),
    "decisions.silence_broken": _l("A member breaks silence"),
    "decisions.closed": _l("A decision closes"),
    "decisions.announced": _l("An outcome is announced"),
    "decisions.withdrawn": _l("A decision is withdrawn"),
    "decisions.chairs_must_decide": _l("Members could not be reached"),
    "decisions.act_proposed": _l("A co-chair asks the other to confirm an act on a decision"),
    "decisions.late_objection_received": _l("An objection comes after the deadline of a silence procedure"),
}

BY_MAIL_AND_INBOX = _l("mail and inbox")
CHANNELS: Mapping[tuple[Channel, ...], Words] = {
    (Channel.INBOX, Channel.MAIL): BY_MAIL_AND_INBOX,
    (Channel.MAIL,): _l("mail"),
    (Channel.INBOX,): _l("inbox"),
}


@dataclass(frozen=True)
class PrintedRow:
    """One row of the page."""

    happening: Words
    told: Words
    channels: Words
    formal: bool


def happening_of(notice: str) -> Words:
    """What a notice tells of, in general words."""
    events = (event for event, rows in CATALOGUE.items() for row in rows if row.notice == notice)
    return HAPPENINGS[next(events)]


def printed_catalogue() -> list[tuple[Words, list[PrintedRow]]]:
    """Every row of the catalogue in words, by category."""
    return [
        (
            words,
            [
                _printed(event, row)
                for event, rows in CATALOGUE.items()
                for row in rows
                if row.category is category
            ],
        )
        for category, words in CATEGORIES.items()
    ]


def _printed(event: str, row: Row) -> PrintedRow:
    return PrintedRow(HAPPENINGS[event], row.audience.words, CHANNELS[row.channels], row.formal)
