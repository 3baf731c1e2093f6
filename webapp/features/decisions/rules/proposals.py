"""What may be put to decision, and the rules that a co-chair can choose from."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from webapp.base.kernel.errors import Invalid, Refused
from webapp.features.instruments.rules.notation import has_brackets, parse
from webapp.features.instruments.rules.snapshot import Snapshot

from .electorate import FOUR_CONSTITUENCIES, STANDARD_OPTIONS, Elector
from .faults import InvalidRecordError
from .rule import Rule
from .rule_reading import read_rule
from .shipped import SHIPPED, SILENCE, Need, ShippedRule
from .shipped_data import Choices, RuleData
from .transitions import DecisionKind, SubjectKind

QUESTION_LIMIT: Final = 500
SEPARATOR: Final = ":"
NO_RULE: Final = ""
"""The key of an indication's rule: it has none."""


@dataclass(frozen=True)
class Proposal:
    """A question as a co-chair puts it. `subject_id` is the element, the provision or the instrument."""

    kind: DecisionKind
    subject_kind: SubjectKind
    subject_id: str | None
    question: str
    rule_key: str
    closes_at: dt.datetime


@dataclass(frozen=True)
class OfferedRule:
    """A shipped rule, complete. `about` is the constituency that was put into it, if any."""

    key: str
    shipped: ShippedRule
    about: str
    data: RuleData


def offered_rules(electorate: tuple[Elector, ...]) -> tuple[OfferedRule, ...]:
    """The rules for a call that fit this electorate.

    Rules over a weight are left out, since delegations carry none; the one about P-members where there are none.
    """
    return tuple(offered for shipped in SHIPPED.values() for offered in _completed(shipped, electorate))


def _completed(shipped: ShippedRule, electorate: tuple[Elector, ...]) -> Iterator[OfferedRule]:
    if Need.WEIGHT in shipped.needs:
        return
    if Need.CONSTITUENCY in shipped.needs:
        present = {elector.constituency for elector in electorate}
        for name in (name for name in FOUR_CONSTITUENCIES if name in present):
            yield _offered(shipped, Choices(constituency=name), name)
    elif Need.TAG not in shipped.needs or any(Choices().tag in elector.tags for elector in electorate):
        yield _offered(shipped, Choices(), "")


def _offered(shipped: ShippedRule, choices: Choices, about: str) -> OfferedRule:
    key = f"{shipped.key}{SEPARATOR}{about}" if about else shipped.key
    return OfferedRule(key, shipped, about, shipped.build(choices))


def rule_data(kind: str, rule_key: str, electorate: tuple[Elector, ...]) -> tuple[str, RuleData]:
    """Key and data of the rule by which a decision of this kind is counted; an indication has none.

    Raises Invalid where a call's rule is not among those offered.
    """
    if kind == DecisionKind.INDICATION:
        return NO_RULE, {}
    if kind == DecisionKind.SILENCE:
        return SILENCE.key, SILENCE.build(Choices())
    for offered in offered_rules(electorate):
        if offered.key == rule_key:
            return offered.key, offered.data
    raise Invalid("decisions.unknown_rule", field="rule_key")


def read_frozen_rule(data: RuleData, electorate: tuple[Elector, ...]) -> Rule:
    """The rule of a decision for this electorate.

    The positions of an indication are only told, so that any rule without discards serves. Raises Refused where
    the electorate has changed so that the rule does not fit it.
    """
    try:
        return read_rule(data or SILENCE.build(Choices()), STANDARD_OPTIONS, electorate)
    except InvalidRecordError as error:
        raise Refused("decisions.rule_does_not_fit", field="rule_key", faults=len(error.faults)) from error


def shipped_of(rule_key: str) -> tuple[ShippedRule, str] | None:
    """The shipped rule behind a key, and the constituency in it; None for an indication."""
    key, _, about = rule_key.partition(SEPARATOR)
    if key == SILENCE.key:
        return SILENCE, ""
    return (SHIPPED[key], about) if key in SHIPPED else None


def question_hash(question: str) -> str:
    """The hash that stands for the text where a procedural question has none: SHA-256 of the question."""
    return hashlib.sha256(question.encode()).hexdigest()


def bracketed(snapshot: Snapshot) -> frozenset[str]:
    """The provisions of this text that hold an open bracket."""
    return frozenset(
        provision.id for provision in snapshot.provisions if has_brackets(parse(provision.text, ()))
    )


def check_proposal(proposal: Proposal, now: dt.datetime) -> None:
    """Raises Invalid or Refused where this cannot be put to anybody, whatever the text says."""
    if not proposal.question.strip():
        raise Invalid("decisions.no_question", field="question")
    if proposal.kind is DecisionKind.SILENCE and proposal.subject_kind is SubjectKind.QUESTION:
        raise Refused("decisions.silence_needs_text", field="subject")
    if proposal.closes_at <= now:
        raise Refused("decisions.deadline_past", field="closes_at")


def check_free(concerned: Collection[str], under_decision: Collection[str]) -> None:
    """No provision is under two open decisions at once; raises Refused."""
    if not set(concerned).isdisjoint(under_decision):
        raise Refused("decisions.under_decision", field="subject")


def check_no_brackets(kind: str, snapshot: Snapshot) -> None:
    """A text with open brackets cannot be placed under silence; raises Refused with the provisions' numbers."""
    if kind != DecisionKind.SILENCE:
        return
    open_ones = bracketed(snapshot)
    if open_ones:
        numbers = tuple(one.number for one in snapshot.provisions if one.id in open_ones)
        raise Refused("decisions.open_brackets", field="subject", provisions=numbers)
