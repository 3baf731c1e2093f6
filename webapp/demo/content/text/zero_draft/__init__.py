"""The zero draft. The numbers of principles agree with the keys here; later they need not."""

from __future__ import annotations

from webapp.demo.content.text.zero_draft.everyone_counts import PRINCIPLE_1
from webapp.demo.content.text.zero_draft.papers import PRINCIPLE_3
from webapp.demo.content.text.zero_draft.preamble import PREAMBLE
from webapp.demo.content.text.zero_draft.warning import PRINCIPLE_2
from webapp.demo.content.text.zero_draft.way_home import PRINCIPLE_4

ELEMENTS = (PREAMBLE, PRINCIPLE_1, PRINCIPLE_2, PRINCIPLE_3, PRINCIPLE_4)

__all__ = ["ELEMENTS", "PREAMBLE", "PRINCIPLE_1", "PRINCIPLE_2", "PRINCIPLE_3", "PRINCIPLE_4"]
