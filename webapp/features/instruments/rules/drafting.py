"""What a co-chair may write into the rolling text: an element's title, a provision, a responsibility."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from webapp.base.kernel.cleaning import clean_line, clean_text
from webapp.base.kernel.errors import Invalid

from .enums import Phase, ProvisionKind, Strength
from .notation import parse
from .strength import strength_words, strengths_said

LONGEST_TITLE: Final = 300
LONGEST_FIELD: Final = 300
LONGEST_PROVISION: Final = 20_000

T = TypeVar("T")


@dataclass(frozen=True)
class Share:
    """A bearer's part in a responsibility."""

    bearer_id: str
    leads: bool = False


@dataclass(frozen=True)
class Responsibility:
    """Who is to do what, towards whom, when and how strongly."""

    bearers: tuple[Share, ...] = ()
    beneficiary: str = ""
    action: str = ""
    theme_id: str | None = None
    phases: tuple[Phase, ...] = ()
    strength: Strength | None = None


@dataclass(frozen=True)
class ProvisionDraft:
    """A provision as it is written: its words, and the responsibility where it assigns one."""

    text: str
    responsibility: Responsibility | None = None

    @property
    def kind(self) -> ProvisionKind:
        return ProvisionKind.TEXT if self.responsibility is None else ProvisionKind.RESPONSIBILITY


def check_title(title: str) -> str:
    """The title on one line. Raises Invalid where there is none or it is too long."""
    line = clean_line(title, LONGEST_TITLE)
    if not line:
        raise Invalid("text.required", field="title")
    return line


def check_provision(draft: ProvisionDraft, codes: Collection[str], language: str) -> ProvisionDraft:
    """The provision as it is stored. Raises NotationFault, or Invalid with the field concerned.

    `codes` are those of the initiative's delegations, `language` is that of the words. A sentence that binds
    otherwise than its responsibility is refused: the matrix would not say what was agreed.
    """
    text = clean_text(draft.text, LONGEST_PROVISION)
    if not text.strip():
        raise Invalid("text.required", field="text")
    parse(text, codes)
    if draft.responsibility is None:
        return ProvisionDraft(text)
    responsibility = _checked(draft.responsibility)
    said = strengths_said(text, language)
    if said and responsibility.strength not in said:
        words = ", ".join(dict.fromkeys(strength_words(text, language)))
        raise Invalid("instruments.strength_differs", field="strength", words=words)
    return ProvisionDraft(text, responsibility)


def moved(order: Sequence[T], item: T, by: int) -> tuple[T, ...] | None:
    """The order with an item one place up (-1) or down (1); None where it stands at that end already."""
    at = order.index(item)
    if not 0 <= at + by < len(order):
        return None
    changed = list(order)
    changed[at], changed[at + by] = changed[at + by], changed[at]
    return tuple(changed)


def _checked(given: Responsibility) -> Responsibility:
    cleaned = replace(
        given,
        beneficiary=clean_line(given.beneficiary, LONGEST_FIELD),
        action=clean_line(given.action, LONGEST_FIELD),
        phases=tuple(phase for phase in Phase if phase in given.phases),
    )
    missing = {
        "bearers": cleaned.bearers,
        "beneficiary": cleaned.beneficiary,
        "action": cleaned.action,
        "phases": cleaned.phases,
        "strength": cleaned.strength,
    }
    for field, value in missing.items():
        if not value:
            raise Invalid(f"instruments.no_{field}", field=field)
    if sum(share.leads for share in cleaned.bearers) > 1:
        raise Invalid("instruments.one_leads", field="lead")
    if len({share.bearer_id for share in cleaned.bearers}) < len(cleaned.bearers):
        raise Invalid("instruments.bearer_twice", field="bearers")
    return cleaned
