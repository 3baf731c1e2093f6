"""One sentence for every event, as the journal's page says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from flask_babel import lazy_gettext as _l

from webapp.features.instruments.words import revision_label


class Words(Protocol):
    """A sentence that is translated when it is shown."""

    def __str__(self) -> str: ...
    def __mod__(self, facts: Mapping[str, Any]) -> Any: ...


SENTENCES: Mapping[str, Words] = {
    "people.administrator_created": _l("A site administrator was made and sent a link."),
    "people.password_set": _l("A password was set."),
    "people.profile_changed": _l("A person changed the own name, language or time zone."),
    "people.new_device_used": _l("A person signed in on a new device."),
    "people.second_factor_failed": _l("The right password was followed by wrong codes."),
    "people.second_factor_changed": _l("A person changed the second factor."),
    "people.recovery_code_used": _l("A person came in with a recovery code."),
    "people.device_signed_out": _l("A person signed out a device."),
    "people.signed_out_everywhere": _l("A person signed out everywhere."),
    "people.address_change_asked": _l("A person asked to use another address."),
    "people.address_changed": _l("A person’s other address was confirmed."),
    "people.address_change_cancelled": _l("A change of a person’s address was stopped or undone."),
    "people.recovery_started": _l("Somebody vouched for a person who lost every way in: %(reason)s"),
    "people.recovery_cancelled": _l("A person stopped a recovery of the own account."),
    "people.recovery_used": _l("A person came in by a recovery; every second factor was removed."),
    "people.reset_requested": _l("A link to set a new password was asked for."),
    "initiatives.created": _l("The initiative began: %(title)s."),
    "initiatives.changed": _l("The initiative was changed."),
    "participants.delegation_accredited": _l("%(delegation_name)s was accredited."),
    "participants.invited": _l("Somebody was invited by mail."),
    "participants.invitation_withdrawn": _l("An invitation was withdrawn."),
    "participants.seat_taken": _l("%(person_name)s took a seat."),
    "participants.seat_ended": _l("%(person_name)s gave up a seat, or it was ended."),
    "participants.office_taken": _l("%(person_name)s took an office."),
    "participants.office_ended": _l("%(person_name)s left an office."),
    "participants.focal_point_confirmed": _l("%(person_name)s confirmed the duty of focal point."),
    "instruments.instrument_created": _l("An instrument was begun."),
    "instruments.text_changed": _l("The rolling text was changed."),
    "instruments.status_changed": _l("The status of provisions changed."),
    "drafting.revision_proposed": _l("A co-chair proposed to issue a revision."),
    "drafting.revision_declined": _l("The proposal to issue a revision was declined."),
    "drafting.revision_withdrawn": _l("The proposal to issue a revision was withdrawn."),
    "drafting.revision_issued": _l("%(label)s was issued as %(symbol)s."),
    "review.round_planned": _l("%(title)s was planned."),
    "review.round_opened": _l("%(title)s opened."),
    "review.reminder_due": _l("A reminder of a round’s deadline went out."),
    "review.round_closed": _l("%(title)s closed."),
    "review.round_concluded": _l("%(title)s was concluded: every comment is answered."),
    "review.draft_changed": _l("A draft was changed."),
    "review.contribution_handed_in": _l("The delegation handed in its contribution."),
    "review.comment_answered": _l("Comment %(register_number)s was answered."),
    "decisions.proposed": _l("A co-chair proposed to put a question to decision."),
    "decisions.declined": _l("The proposal to put a question to decision was declined."),
    "decisions.opened": _l("A decision was opened: %(question)s"),
    "decisions.position_taken": _l("A delegation took a position."),
    "decisions.notice_seen": _l("A text under silence was opened for the first time."),
    "decisions.acknowledged": _l("A delegation acknowledged a text under silence."),
    "decisions.reminder_due": _l("A reminder of a decision’s deadline went out."),
    "decisions.deadline_moved": _l("The deadline of a silence procedure moved."),
    "decisions.chairs_must_decide": _l("Members stayed unreached; the co-chairs decide."),
    "decisions.silence_broken": _l("A delegation broke silence."),
    "decisions.closed": _l("A decision closed."),
    "decisions.announced": _l("The outcome of a decision was announced."),
    "decisions.withdrawn": _l("A decision was withdrawn."),
    "decisions.act_proposed": _l("A co-chair asked the other to confirm an act on a decision."),
    "decisions.act_declined": _l("An act on a decision was not confirmed, or was taken back."),
    "decisions.late_objection_received": _l("A late objection was received."),
    "publishing.item_published": _l("A co-chair published %(title)s."),
}

CLOSED = _l("An entry that you may not open.")
ERASED = _l("An entry whose content was erased.")


def sentence_of(action: str, content: Mapping[str, Any]) -> str:
    """The sentence of an event, with what the journal keeps of it."""
    words = SENTENCES[action]
    facts = {name: revision_label(value) if name == "label" else value for name, value in content.items()}
    try:
        return str(words % facts)
    except (KeyError, TypeError):
        return str(words)
