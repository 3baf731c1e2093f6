"""The zero draft. The numbers of principles agree with the keys here; later they need not."""

from __future__ import annotations

from webapp.demo.content.text.zero_draft.beginning_again import PRINCIPLE_9
from webapp.demo.content.text.zero_draft.everyone_counts import PRINCIPLE_1
from webapp.demo.content.text.zero_draft.families import PRINCIPLE_6
from webapp.demo.content.text.zero_draft.learning import PRINCIPLE_10
from webapp.demo.content.text.zero_draft.most_at_risk import PRINCIPLE_7
from webapp.demo.content.text.zero_draft.papers import PRINCIPLE_3
from webapp.demo.content.text.zero_draft.preamble import PREAMBLE
from webapp.demo.content.text.zero_draft.trust import PRINCIPLE_8
from webapp.demo.content.text.zero_draft.wages import PRINCIPLE_5
from webapp.demo.content.text.zero_draft.warning import PRINCIPLE_2
from webapp.demo.content.text.zero_draft.way_home import PRINCIPLE_4

ELEMENTS = (
    PREAMBLE,
    PRINCIPLE_1,
    PRINCIPLE_2,
    PRINCIPLE_3,
    PRINCIPLE_4,
    PRINCIPLE_5,
    PRINCIPLE_6,
    PRINCIPLE_7,
    PRINCIPLE_8,
    PRINCIPLE_9,
    PRINCIPLE_10,
)

__all__ = [
    "ELEMENTS",
    "PREAMBLE",
    "PRINCIPLE_1",
    "PRINCIPLE_2",
    "PRINCIPLE_3",
    "PRINCIPLE_4",
    "PRINCIPLE_5",
    "PRINCIPLE_6",
    "PRINCIPLE_7",
    "PRINCIPLE_8",
    "PRINCIPLE_9",
    "PRINCIPLE_10",
]
