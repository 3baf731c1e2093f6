"""What stands in the way of issuing a revision."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from webapp.base.kernel.errors import Refused
from webapp.features.instruments.rules.enums import ProvisionStatus
from webapp.features.instruments.rules.notation import Bracket, NotationFault, parse
from webapp.features.instruments.rules.revision_diff import Act
from webapp.features.instruments.rules.snapshot import Snapshot, text_hash
from webapp.features.instruments.rules.statuses import SETTLED
from webapp.features.instruments.rules.text_changes import StrengthFlag, TextChanges, number_of

SUBSTANCE = frozenset({Act.WORDS, Act.FIELDS, Act.DELETED})
"""Acts that change what a provision says; a new number or place does not."""


@dataclass(frozen=True)
class Obstacle:
    """Why a revision cannot be issued as the text stands: the code and facts of the refusal."""

    code: str
    numbers: tuple[str, ...] = ()
    """The provisions concerned."""
    near: str = ""
    """Where a text does not parse."""

    def refusal(self) -> Refused:
        """As an error."""
        return Refused(self.code, numbers=self.numbers, near=self.near)


def obstacles(
    changes: TextChanges,
    *,
    issued_hash: str | None,
    under_decision: Collection[str],
    statuses: Mapping[str, ProvisionStatus],
    withheld: Collection[str] = (),
) -> tuple[Obstacle, ...]:
    """Everything that stands in the way, the gravest first. Source: product.md, “Issuing”.

    `issued_hash` is the last revision's; `under_decision` are the provisions on which a decision is open; `withheld`
    are the codes of delegations that brackets may not name, because the rules of procedure say so.
    """
    if not changes.after.provisions:
        return (Obstacle("drafting.no_text"),)
    if text_hash(changes.after) == issued_hash:
        return (Obstacle("drafting.nothing_changed"),)
    changed = [one for one in changes.provisions if SUBSTANCE.intersection(one.acts) and one.before]
    held = tuple(number_of(one) for one in changed if one.id in under_decision)
    settled = tuple(number_of(one) for one in changed if statuses.get(one.id) in SETTLED)
    naming = newly_naming(changes, withheld)
    return (
        *_unreadable(changes.after),
        *([Obstacle("drafting.names_withheld", naming)] if naming else []),
        *([Obstacle("drafting.decision_open", held)] if held else []),
        *([Obstacle("drafting.agreed_changed", settled)] if settled else []),
    )


def newly_naming(changes: TextChanges, codes: Collection[str]) -> tuple[str, ...]:
    """The provisions whose brackets name a delegation that they did not name in the last revision."""
    named_before = {one.id: _named(one.text, codes) for one in changes.before.provisions}
    return tuple(
        one.number
        for one in changes.after.provisions
        if _named(one.text, codes) - named_before.get(one.id, frozenset())
    )


def unacknowledged(flags: Collection[StrengthFlag], acknowledged: Collection[str]) -> tuple[str, ...]:
    """Changes of strength that were not acknowledged, in short."""
    return tuple(flag.words for flag in flags if flag.key not in acknowledged)


def _named(text: str, codes: Collection[str]) -> frozenset[str]:
    try:
        tree = parse(text, codes)
    except NotationFault:
        return frozenset()
    brackets = (part for part in tree.parts if isinstance(part, Bracket))
    return frozenset(name for bracket in brackets for one in bracket.alternatives for name in one.names)


def _unreadable(text: Snapshot) -> Iterator[Obstacle]:
    for provision in text.provisions:
        if not provision.text.strip():
            yield Obstacle("drafting.empty_provision", (provision.number,))
            continue
        try:
            parse(provision.text, ())
        except NotationFault as fault:
            yield Obstacle("drafting.unreadable", (provision.number,), str(fault.facts["near"]))
