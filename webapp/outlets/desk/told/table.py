"""THE table: which event the desk tells as news, and in which words.

An event stands either in TOLD, or in FOLDED (many of a day become one line), or in QUIET with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from webapp.base.kernel.happened import Happened
from webapp.outlets.desk.rules import Line
from webapp.outlets.desk.told import decisions, rounds, texts
from webapp.outlets.desk.told.known import Known

Teller = Callable[[Happened, Known], Line | None]

TOLD: Mapping[str, Teller] = {
    "drafting.revision_issued": texts.revision_issued,
    "drafting.revision_declined": texts.revision_not_issued,
    "drafting.revision_withdrawn": texts.revision_not_issued,
    "instruments.status_changed": texts.statuses,
    "review.round_planned": rounds.planned,
    "review.round_opened": rounds.opened,
    "review.round_closed": rounds.closed,
    "review.round_concluded": rounds.concluded,
    "review.contribution_handed_in": rounds.handed_in,
    "decisions.opened": decisions.opened,
    "decisions.closed": decisions.closed,
    "decisions.announced": decisions.announced,
    "decisions.withdrawn": decisions.withdrawn,
    "decisions.declined": decisions.declined,
    "decisions.act_declined": decisions.act_declined,
    "decisions.deadline_moved": decisions.deadline_moved,
    "decisions.silence_broken": decisions.silence_broken,
    "decisions.late_objection_received": decisions.late_objection,
    "publishing.item_published": texts.published,
    "initiatives.changed": texts.initiative_changed,
}

FOLDED = (
    "participants.delegation_accredited",
    "participants.seat_taken",
    "participants.seat_ended",
    "participants.office_taken",
    "participants.office_ended",
)

OF_THE_SITE = "the site's own journal, which the administrators read"
WAITS = "stands among what waits for those whom it concerns"
COUNTED = "told by counting, from the rows themselves"
NOT_NEWS = "makes no difference to what anybody else reads or does"
OF_THE_ACCOUNT = "the person’s own log tells it, on the page about signing in and security"
QUIET: Mapping[str, str] = {
    "people.administrator_created": OF_THE_SITE,
    "people.password_set": OF_THE_SITE,
    "people.reset_requested": OF_THE_SITE,
    "people.profile_changed": OF_THE_SITE,
    "people.new_device_used": OF_THE_ACCOUNT,
    "people.second_factor_failed": OF_THE_ACCOUNT,
    "people.second_factor_changed": OF_THE_ACCOUNT,
    "people.recovery_code_used": OF_THE_ACCOUNT,
    "people.device_signed_out": OF_THE_ACCOUNT,
    "people.signed_out_everywhere": OF_THE_ACCOUNT,
    "people.address_change_asked": OF_THE_ACCOUNT,
    "people.address_changed": OF_THE_ACCOUNT,
    "people.address_change_cancelled": OF_THE_ACCOUNT,
    "people.recovery_started": OF_THE_ACCOUNT,
    "people.recovery_cancelled": OF_THE_ACCOUNT,
    "people.recovery_used": OF_THE_ACCOUNT,
    "initiatives.created": NOT_NEWS,
    "participants.invited": NOT_NEWS,
    "participants.invitation_withdrawn": NOT_NEWS,
    "participants.focal_point_confirmed": NOT_NEWS,
    "instruments.instrument_created": NOT_NEWS,
    "instruments.text_changed": "the rolling text is compared when a revision is proposed",
    "drafting.revision_proposed": WAITS,
    "review.reminder_due": WAITS,
    "review.draft_changed": COUNTED,
    "review.comment_answered": COUNTED,
    "decisions.proposed": WAITS,
    "decisions.reminder_due": WAITS,
    "decisions.position_taken": COUNTED,
    "decisions.notice_seen": NOT_NEWS,
    "decisions.acknowledged": NOT_NEWS,
    "decisions.chairs_must_decide": WAITS,
    "decisions.act_proposed": WAITS,
}
