"""Under whose name something is shown: the one place that decides (product.md, "Confidentiality")."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from webapp.base.access.actor import Constituency

FEWEST = 3
"""A name for fewer delegations than this would tell which one is meant."""


class Attribution(StrEnum):
    """What others read in place of a delegation's name. Set for an initiative or a round, never for a reader."""

    FULL = "full"
    CONSTITUENCY = "constituency"
    NONE = "none"


@dataclass(frozen=True)
class Terms:
    """The setting under which something is said. It is kept with what is said, so that no later setting reveals it.

    `told_apart` are the constituencies that may be named, as `told_apart` found them when the terms were set.
    """

    attribution: Attribution
    told_apart: frozenset[Constituency] = frozenset()

    @property
    def names(self) -> bool:
        """Whether delegations are named to everybody."""
        return self.attribution is Attribution.FULL


@dataclass(frozen=True)
class OfConstituency:
    """Shown as one delegation of its constituency."""

    name: ClassVar[None] = None
    others_read: ClassVar[None] = None
    constituency: Constituency


@dataclass(frozen=True)
class SomeDelegation:
    """Shown as a delegation, without any more."""

    name: ClassVar[None] = None
    others_read: ClassVar[None] = None
    constituency: ClassVar[None] = None


Unnamed: TypeAlias = OfConstituency | SomeDelegation


@dataclass(frozen=True)
class Named:
    """Shown under the delegation's name; `others_read` is what stands there for everybody else, where it differs."""

    delegation_id: str
    name: str
    code: str
    constituency: Constituency
    others_read: Unnamed | None = None


Byline: TypeAlias = Named | Unnamed
"""How the delegation that said something is shown to one reader. Pages, tables and mails print nothing else."""


@dataclass(frozen=True)
class Voice:
    """The delegation that said something."""

    delegation_id: str
    name: str
    code: str
    constituency: Constituency


def byline(terms: Terms, own: Collection[str], voice: Voice) -> Byline:
    """How the voice is shown to a reader whose own delegations are `own`: each sees itself."""
    hidden = None if terms.names else _unnamed(terms, voice.constituency)
    if hidden is not None and voice.delegation_id not in own:
        return hidden
    return Named(voice.delegation_id, voice.name, voice.code, voice.constituency, hidden)


def told_apart(sizes: Mapping[Constituency, int]) -> frozenset[Constituency]:
    """The constituencies that may be named, given how many delegations each has.

    One with fewer than three delegations is not. What is left unnamed must not be few either, since "a delegation"
    would tell it by elimination: then the next larger constituencies go unnamed, too.
    """
    present = sorted((kind for kind in Constituency if sizes.get(kind)), key=lambda kind: sizes[kind])
    unnamed = 0
    while present and (sizes[present[0]] < FEWEST or 0 < unnamed < FEWEST):
        unnamed += sizes[present.pop(0)]
    return frozenset(present)


def _unnamed(terms: Terms, constituency: Constituency) -> Unnamed:
    if terms.attribution is Attribution.CONSTITUENCY and constituency in terms.told_apart:
        return OfConstituency(constituency)
    return SomeDelegation()
