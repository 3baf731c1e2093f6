"""Everything that somebody may be allowed to do. What each is, in a sentence: `base/web/policy_words.py`."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """A permission; the policy says who has it."""

    INITIATIVE_CREATE = "initiative:create"
    INITIATIVE_READ = "initiative:read"
    INITIATIVE_EDIT = "initiative:edit"
    DELEGATION_ACCREDIT = "delegation:accredit"
    SEAT_INVITE = "seat:invite"
    SEAT_END = "seat:end"
    FOCAL_POINT_CONFIRM = "focal_point:confirm"
    OFFICE_APPOINT = "office:appoint"
    TEXT_READ = "text:read"
    TEXT_DRAFT = "text:draft"
    REVISION_PROPOSE = "revision:propose"
    REVISION_CONFIRM = "revision:confirm"
    ROUND_PLAN = "round:plan"
    ROUND_RUN = "round:run"
    ROUND_CONCLUDE = "round:conclude"
    COMMENT_DRAFT = "comment:draft"
    CONTRIBUTION_HAND_IN = "contribution:hand_in"
    COMMENT_ANSWER = "comment:answer"
    DECISION_PROPOSE = "decision:propose"
    DECISION_CONFIRM = "decision:confirm"
    DECISION_WITHDRAW = "decision:withdraw"
    DECISION_CLOSE = "decision:close"
    DECISION_ANNOUNCE = "decision:announce"
    SILENCE_EXTEND = "silence:extend"
    SILENCE_DECIDE = "silence:decide"
    POSITION_TAKE = "position:take"
    SILENCE_ACKNOWLEDGE = "silence:acknowledge"
    ITEM_PUBLISH = "item:publish"
    NOTICE_NOTE = "notice:note"
    NOTICE_PROOF_READ = "notice:proof"
    NOTICE_RESEND = "notice:resend"
    JOURNAL_READ = "journal:read"
