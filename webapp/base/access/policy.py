"""THE table: who may do what. Permission to alternative clauses; nothing else is allowed."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.base.access.actor import SPEAKING, OfficeKind, SeatRole, Standing
from webapp.base.access.permissions import Permission as P
from webapp.base.access.predicates import Clause, administrator, office, oneself, seat, system

CO_CHAIR = office(OfficeKind.CO_CHAIR)
SECRETARIAT = office(OfficeKind.SECRETARIAT)
EVERYBODY_IN = (seat(), CO_CHAIR, SECRETARIAT)

POLICY: Mapping[P, tuple[Clause, ...]] = {
    P.ACCOUNT_EDIT: (oneself(),),
    P.ACCOUNT_RECOVER: (administrator(),),
    P.PARTICIPANT_RECOVER: (SECRETARIAT,),
    P.INITIATIVE_CREATE: (administrator(),),
    P.INITIATIVE_READ: EVERYBODY_IN,
    P.INITIATIVE_EDIT: (SECRETARIAT,),
    P.DELEGATION_ACCREDIT: (SECRETARIAT,),
    P.SEAT_INVITE: (SECRETARIAT, seat(SeatRole.HEAD, own=True)),
    P.SEAT_END: (SECRETARIAT, seat(SeatRole.HEAD, own=True)),
    P.FOCAL_POINT_CONFIRM: (seat(*SPEAKING, own=True),),
    P.OFFICE_APPOINT: (SECRETARIAT, administrator()),
    P.TEXT_READ: EVERYBODY_IN,
    P.TEXT_DRAFT: (CO_CHAIR,),
    P.REVISION_PROPOSE: (CO_CHAIR,),
    P.REVISION_CONFIRM: (CO_CHAIR,),
    P.ROUND_PLAN: (CO_CHAIR, SECRETARIAT),
    P.ROUND_RUN: (system(),),
    P.ROUND_CONCLUDE: (SECRETARIAT,),
    P.COMMENT_DRAFT: (seat(own=True),),
    P.CONTRIBUTION_HAND_IN: (seat(*SPEAKING, own=True),),
    P.COMMENT_ANSWER: (office(OfficeKind.SECRETARIAT, not_on_own_matter=True),),
    P.DECISION_PROPOSE: (CO_CHAIR,),
    P.DECISION_CONFIRM: (CO_CHAIR,),
    P.DECISION_WITHDRAW: (CO_CHAIR,),
    P.DECISION_CLOSE: (system(),),
    P.DECISION_ANNOUNCE: (CO_CHAIR,),
    P.SILENCE_EXTEND: (CO_CHAIR,),
    P.SILENCE_DECIDE: (CO_CHAIR,),
    P.POSITION_TAKE: (seat(*SPEAKING, own=True, standing=Standing.MEMBER, without_office=True),),
    P.SILENCE_ACKNOWLEDGE: (seat(*SPEAKING, own=True, standing=Standing.MEMBER, without_office=True),),
    P.ITEM_PUBLISH: (CO_CHAIR,),
    P.NOTICE_NOTE: (system(),),
    P.NOTICE_PROOF_READ: EVERYBODY_IN,
    P.NOTICE_RESEND: (SECRETARIAT,),
    P.JOURNAL_READ: (*EVERYBODY_IN, administrator()),
}
