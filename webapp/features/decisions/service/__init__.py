"""Every change of decisions."""

from webapp.features.decisions.service.chairs import (
    announce,
    confirm_act,
    decline_act,
    extend,
    propose_act,
)
from webapp.features.decisions.service.closing import close_decision
from webapp.features.decisions.service.notices import (
    acknowledge,
    note_mail_accepted,
    note_mail_refused,
    note_seen,
)
from webapp.features.decisions.service.opening import confirm, decline, propose
from webapp.features.decisions.service.positions import take_position
from webapp.features.decisions.service.reminders import remind

__all__ = [
    "acknowledge",
    "announce",
    "close_decision",
    "confirm",
    "confirm_act",
    "decline",
    "decline_act",
    "extend",
    "note_mail_accepted",
    "note_mail_refused",
    "note_seen",
    "propose",
    "propose_act",
    "remind",
    "take_position",
]
