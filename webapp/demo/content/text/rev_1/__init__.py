"""Rev.1: the whole text after round one."""

from __future__ import annotations

from webapp.demo.content.text.rev_1.from_principle_5 import (
    PRINCIPLE_5,
    PRINCIPLE_6,
    PRINCIPLE_7,
    PRINCIPLE_8,
    PRINCIPLE_9,
    PRINCIPLE_10,
)
from webapp.demo.content.text.rev_1.to_principle_4 import (
    PREAMBLE,
    PRINCIPLE_1,
    PRINCIPLE_2,
    PRINCIPLE_3,
    PRINCIPLE_4,
)

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
