"""The policy in words: what each permission is, and to whom each clause gives it."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from webapp.base.access.permissions import Permission
from webapp.base.web.messages import Words

PERMISSIONS: Mapping[Permission, Words] = {
    Permission.ACCOUNT_EDIT: _l("Change one’s own account: name, language, ways to sign in."),
    Permission.ACCOUNT_RECOVER: _l(
        "Vouch, for the site, for a person who lost every way to sign in, so that the own mailbox opens the account."
    ),
    Permission.PARTICIPANT_RECOVER: _l(
        "Vouch in the same way for somebody with a seat or an office in the initiative."
    ),
    Permission.INITIATIVE_CREATE: _l("Begin an initiative and appoint its first secretariat officer."),
    Permission.INITIATIVE_READ: _l("Open the pages of an initiative."),
    Permission.INITIATIVE_EDIT: _l("Set title, mandate, scope, time zone and rules of procedure."),
    Permission.DELEGATION_ACCREDIT: _l("Accredit a delegation and set its standing."),
    Permission.SEAT_INVITE: _l("Invite a person to a seat of a delegation."),
    Permission.SEAT_END: _l("End a person’s seat in a delegation."),
    Permission.FOCAL_POINT_CONFIRM: _l("Confirm the duty of focal point for the own delegation."),
    Permission.OFFICE_APPOINT: _l("Appoint co-chairs and further secretariat officers."),
    Permission.TEXT_READ: _l("Read issued revisions of the instrument."),
    Permission.TEXT_DRAFT: _l("Read and change the rolling text."),
    Permission.REVISION_PROPOSE: _l("Propose to issue the rolling text as a revision."),
    Permission.REVISION_CONFIRM: _l("Confirm as the second co-chair that a revision is issued."),
    Permission.ROUND_PLAN: _l("Plan a review round on a revision."),
    Permission.ROUND_RUN: _l("Open, remind and close a round at its time."),
    Permission.ROUND_CONCLUDE: _l("Conclude a closed round once everything in it is answered."),
    Permission.COMMENT_DRAFT: _l("Write comments into the own delegation’s draft."),
    Permission.CONTRIBUTION_HAND_IN: _l("Hand in the delegation’s contribution as one block."),
    Permission.COMMENT_ANSWER: _l("Give a comment its disposition and reason."),
    Permission.DECISION_PROPOSE: _l("Propose to put a question to decision or a text under silence."),
    Permission.DECISION_CONFIRM: _l("Confirm as the second co-chair that a decision is opened."),
    Permission.DECISION_WITHDRAW: _l("Withdraw an open decision."),
    Permission.DECISION_CLOSE: _l("Close a decision at its deadline and count it."),
    Permission.DECISION_ANNOUNCE: _l("Announce the outcome of a closed decision."),
    Permission.SILENCE_EXTEND: _l("Extend a silence procedure, with a reason."),
    Permission.SILENCE_DECIDE: _l(
        "Decide about a silence procedure whose notice did not reach every member."
    ),
    Permission.POSITION_TAKE: _l("Take the delegation’s position, or break silence."),
    Permission.SILENCE_ACKNOWLEDGE: _l("Acknowledge a text under silence: seen, no objection."),
    Permission.ITEM_PUBLISH: _l(
        "Publish a revision, an outcome or the mandate, so that everybody may read it."
    ),
    Permission.NOTICE_NOTE: _l("Note what became of a notice that was sent by mail."),
    Permission.NOTICE_PROOF_READ: _l("Read what was sent to whom, and what became of it."),
    Permission.NOTICE_RESEND: _l("See which mails could not be delivered, and send one again."),
    Permission.JOURNAL_READ: _l("Read the journal, as far as each entry may be opened."),
}

CLAUSES: Mapping[str, Words] = {
    "administrator": _l("site administrators"),
    "oneself": _l("everybody, for the own account"),
    "co_chair": _l("co-chairs"),
    "secretariat": _l("secretariat officers"),
    "secretariat not_on_own_matter": _l("secretariat officers, but not on what their own delegation said"),
    "seat": _l("everybody with a seat in a delegation"),
    "seat own": _l("everybody with a seat, for the own delegation"),
    "head own": _l("heads of delegation, for the own delegation"),
    "head alternate own": _l("heads of delegation and alternates, for the own delegation"),
    "head alternate own member without_office": _l(
        "heads and alternates of member delegations who hold no office, for the own delegation"
    ),
    "system": _l("nobody: it happens by itself, at its time"),
}
"""To whom a clause gives a permission, by the clause's name."""

AREAS: tuple[tuple[Words, tuple[str, ...]], ...] = (
    (_l("The initiative and its people"), ("initiative", "delegation", "seat", "focal_point", "office")),
    (_l("The text"), ("text", "revision", "item")),
    (_l("Review rounds"), ("round", "comment", "contribution")),
    (_l("Decisions"), ("decision", "position", "silence")),
    (_l("Accounts"), ("account", "participant")),
    (_l("Notices and the record"), ("notice", "journal")),
)
"""What permissions are about, with the beginnings of their names."""


def permissions_about(beginnings: tuple[str, ...]) -> list[Permission]:
    """The permissions of an area, in their order."""
    return [one for one in Permission if one.value.partition(":")[0] in beginnings]
