"""Which of the places where the words concerned stand is meant (product.md, "comment")."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.base.kernel.errors import Invalid
from webapp.features.instruments.rules.anchors import Span


def choose_place(spans: Sequence[Span], start: int | None) -> Span:
    """The one place, or the one that begins at `start` where there are several; raises Invalid."""
    if not spans:
        raise Invalid("review.words_absent", field="words")
    if len(spans) == 1:
        return spans[0]
    chosen = next((span for span in spans if span.start == start), None)
    if chosen is None:
        raise Invalid("review.words_several", field="words", places=len(spans))
    return chosen
