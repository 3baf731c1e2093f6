"""The demo's instrument, its zero draft and its first revision; and a note beside it."""

from __future__ import annotations

from webapp.demo.content.shapes import Instrument, Revision, When
from webapp.demo.content.text import rev_1, zero_draft
from webapp.demo.content.text.past_crises import NOTE_ON_PAST_CRISES

__all__ = ["INSTRUMENT", "NOTE_ON_PAST_CRISES"]

INSTRUMENT = Instrument(
    title="Voluntary principles on responsibilities towards migrants caught in an acute crisis",
    symbol_stem="MAC/VP/1",
    language="en",
    revisions=(
        Revision("zero_draft", zero_draft.ELEMENTS, "reyes", When(-50, 15), "whitfield", When(-49, 10)),
        Revision("rev_1", rev_1.ELEMENTS, "whitfield", When(-16, 15), "reyes", When(-15, 10)),
    ),
)
