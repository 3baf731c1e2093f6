"""Whether a position can be taken as it was given (decisions.md, "Words")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from webapp.base.kernel.errors import Invalid

from .electorate import STANDARD_OPTIONS, Effect, Option
from .rule import Rule
from .shapes import is_blank
from .transitions import DecisionKind

OBJECT: Final = "object"
RESERVATION: Final = "agree_with_reservation"
REASON_LIMIT: Final = 8000

_BY_ID: Final = {option.id: option for option in STANDARD_OPTIONS}
_UNDER_SILENCE: Final = ("agree", RESERVATION, OBJECT)


@dataclass(frozen=True)
class Answer:
    """A position as somebody gives it. `ad_referendum` is the day by which it is to be confirmed at home."""

    option: str
    reason: str = ""
    ad_referendum: dt.date | None = None
    concerns: tuple[str, ...] = ()
    """Provisions that a break of silence concerns."""


def options_of(kind: str) -> tuple[Option, ...]:
    """The options that can be taken: under silence explicit support, with or without reservation, or a break."""
    if kind == DecisionKind.SILENCE:
        return tuple(_BY_ID[option] for option in _UNDER_SILENCE)
    return STANDARD_OPTIONS


def effect_of(option: str) -> Effect:
    """What the option does to the question."""
    return _BY_ID[option].effect


def breaks_silence(kind: str, option: str) -> bool:
    """Whether taking this option under this kind of decision breaks silence."""
    return kind == DecisionKind.SILENCE and option == OBJECT


def will_not_count(answer: Answer, rule: Rule) -> bool:
    """Whether the rule leaves this position out, so that the form has to warn."""
    return any(
        answer.option in discard.options and (not discard.without_reason or is_blank(answer.reason))
        for discard in rule.discards
    )


def check_answer(
    kind: str, answer: Answer, rule: Rule, *, provisions: Collection[str], today: dt.date
) -> None:
    """Raises Invalid at the field that is wrong.

    A missing reason is refused where the option needs one, unless the rule discards such positions. A break names
    at least one of the provisions that lie under silence.
    """
    option = next((known for known in options_of(kind) if known.id == answer.option), None)
    if option is None:
        raise Invalid("decisions.unknown_option", field="option")
    if option.needs_reason and is_blank(answer.reason) and not will_not_count(answer, rule):
        code = "reservation_reason" if answer.option == RESERVATION else "objection_reason"
        raise Invalid(f"decisions.{code}", field="reason")
    if answer.ad_referendum is not None and answer.ad_referendum <= today:
        raise Invalid("decisions.ad_referendum_past", field="ad_referendum")
    if not set(answer.concerns) <= set(provisions):
        raise Invalid("decisions.foreign_provision", field="concerns")
    if breaks_silence(kind, answer.option) and not answer.concerns:
        raise Invalid("decisions.concerns_nothing", field="concerns")
