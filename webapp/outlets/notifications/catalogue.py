"""THE table: which event is told to whom, by which channels. Printed as a page by `routes.catalogue`.

Rows of one event are read from the top: whoever a row has told by a channel is not told again by a later one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from webapp.outlets.notifications import audiences as to
from webapp.outlets.notifications.audiences import Audience
from webapp.outlets.notifications.rules import Channel


class Category(StrEnum):
    """What a notice is about."""

    ACCOUNT = "account"
    ROUNDS = "rounds"
    TEXT = "text"
    DECISIONS = "decisions"


@dataclass(frozen=True)
class Row:
    """One row of the catalogue.

    `notice` is the folder of its templates. `formal` notices cannot be switched off. `personal` ones are about the
    receiver alone, who need not be in any initiative. `proves` marks the mails that stand in the proof of notice.
    """

    notice: str
    audience: Audience
    category: Category
    formal: bool
    channels: tuple[Channel, ...]
    personal: bool = False
    proves: bool = False


BOTH = (Channel.INBOX, Channel.MAIL)
INBOX = (Channel.INBOX,)
MAIL = (Channel.MAIL,)

ACCOUNT, ROUNDS, TEXT, DECISIONS = Category


def _to_all(notice: str, heads: Audience = to.SPEAKERS, *, proves: bool = False) -> tuple[Row, ...]:
    """Formal to those who speak for a delegation; everybody else finds it in the inbox."""
    return (
        Row(notice, heads, DECISIONS, True, BOTH, proves=proves),
        Row(notice, to.EVERYBODY, DECISIONS, False, INBOX),
    )


def _own(notice: str) -> tuple[Row, ...]:
    """What happened to an account, told to the person and nobody else."""
    return (Row(notice, to.THE_PERSON, ACCOUNT, True, BOTH, personal=True),)


CATALOGUE: Mapping[str, tuple[Row, ...]] = {
    "people.administrator_created": (
        Row("people.administrator_created", to.THE_PERSON, ACCOUNT, True, MAIL, personal=True),
    ),
    "people.reset_requested": (
        Row("people.reset_requested", to.THE_PERSON, ACCOUNT, True, MAIL, personal=True),
    ),
    "people.password_set": _own("people.password_set"),
    "people.new_device_used": _own("people.new_device_used"),
    "people.second_factor_failed": _own("people.second_factor_failed"),
    "people.second_factor_changed": _own("people.second_factor_changed"),
    "people.recovery_code_used": _own("people.recovery_code_used"),
    "people.address_change_asked": (
        Row("people.address_to_confirm", to.NEW_ADDRESS, ACCOUNT, True, MAIL, personal=True),
        Row("people.address_change_asked", to.OLD_ADDRESS, ACCOUNT, True, MAIL, personal=True),
        Row("people.address_change_told", to.THE_PERSON, ACCOUNT, True, INBOX, personal=True),
    ),
    "people.address_changed": (
        Row("people.address_changed", to.OLD_ADDRESS, ACCOUNT, True, MAIL, personal=True),
        *_own("people.address_changed_told"),
    ),
    "people.address_change_cancelled": _own("people.address_change_cancelled"),
    # The link stands in the mail alone: whoever sits at a device that is signed in must not find it in the inbox.
    "people.recovery_started": (
        Row("people.recovery_started", to.THE_PERSON, ACCOUNT, True, MAIL, personal=True),
        Row("people.recovery_told", to.THE_PERSON, ACCOUNT, True, INBOX, personal=True),
    ),
    "people.recovery_cancelled": _own("people.recovery_cancelled"),
    "people.recovery_used": _own("people.recovery_used"),
    "participants.invited": (
        Row("participants.invited", to.THE_INVITED, ACCOUNT, True, MAIL, personal=True),
    ),
    "review.round_opened": (Row("review.round_opened", to.SEATED, ROUNDS, True, BOTH),),
    "review.reminder_due": (
        Row("review.reminder_due", to.NOT_HANDED_IN, ROUNDS, True, BOTH),
        Row("review.reminder_due_secretariat", to.REMINDED_SECRETARIAT, ROUNDS, False, BOTH),
    ),
    "review.contribution_handed_in": (
        Row("review.contribution_handed_in", to.OWN_SPEAKERS, ROUNDS, True, BOTH),
    ),
    "review.round_closed": (Row("review.round_closed", to.EVERYBODY, ROUNDS, True, BOTH),),
    "review.comment_answered": (Row("review.comment_answered", to.COMMENT_OWNERS, ROUNDS, False, INBOX),),
    "review.round_concluded": (
        Row("review.round_concluded", to.SEATED, ROUNDS, False, BOTH),
        Row("review.round_concluded", to.EVERYBODY, ROUNDS, False, INBOX),
    ),
    "drafting.revision_proposed": (Row("drafting.revision_proposed", to.OTHER_CO_CHAIR, TEXT, True, BOTH),),
    "drafting.revision_issued": (Row("drafting.revision_issued", to.EVERYBODY, TEXT, True, BOTH),),
    "decisions.proposed": (Row("decisions.proposed", to.OTHER_CO_CHAIR, DECISIONS, True, BOTH),),
    "decisions.opened": (
        Row("decisions.opened", to.SPEAKERS_OF_MEMBERS, DECISIONS, True, BOTH, proves=True),
        Row("decisions.opened_for_others", to.EVERYBODY, DECISIONS, False, INBOX),
    ),
    "decisions.reminder_due": (
        Row("decisions.reminder_due", to.NOT_REACTED, DECISIONS, True, BOTH),
        Row("decisions.reminder_due_secretariat", to.REMINDED_SECRETARIAT, DECISIONS, False, BOTH),
    ),
    "decisions.deadline_moved": _to_all("decisions.deadline_moved", to.SPEAKERS_AND_SECRETARIAT, proves=True),
    "decisions.silence_broken": _to_all("decisions.silence_broken"),
    "decisions.closed": _to_all("decisions.closed"),
    "decisions.announced": _to_all("decisions.announced"),
    "decisions.withdrawn": _to_all("decisions.withdrawn"),
    "decisions.chairs_must_decide": (
        Row("decisions.chairs_must_decide", to.CHAIRS_AND_SECRETARIAT, DECISIONS, True, BOTH),
    ),
    "decisions.act_proposed": (Row("decisions.act_proposed", to.OTHER_CO_CHAIR, DECISIONS, True, BOTH),),
    "decisions.late_objection_received": (
        Row("decisions.late_objection_received", to.CHAIRS_AND_SECRETARIAT, DECISIONS, True, BOTH),
    ),
}


TELLING = frozenset(
    row.notice
    for rows in CATALOGUE.values()
    for row in rows
    if row.audience in (to.NOT_HANDED_IN, to.OWN_SPEAKERS, to.COMMENT_OWNERS)
)
"""Notices of rounds that go to some delegations alone: to whom they go tells who has handed in, or who said something."""


def rows_of(event: str, notice: str, channel: Channel) -> tuple[Row, ...]:
    """The rows by which a notice of this event goes out by this channel."""
    return tuple(row for row in CATALOGUE.get(event, ()) if row.notice == notice and channel in row.channels)
