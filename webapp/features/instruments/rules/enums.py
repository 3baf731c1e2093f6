"""The closed lists of words that a text is made of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class ElementKind(StrEnum):
    """What a part of a text is."""

    PREAMBLE = "preamble"
    DEFINITION = "definition"
    SCOPE = "scope"
    PRINCIPLE = "principle"
    GUIDELINE = "guideline"
    PRACTICE = "practice"
    ANNEX = "annex"


class ProvisionKind(StrEnum):
    """Whether a provision makes somebody responsible or not."""

    TEXT = "text"
    RESPONSIBILITY = "responsibility"


class Phase(StrEnum):
    """A phase of a crisis, in the order of time."""

    PREPAREDNESS = "preparedness"
    EMERGENCY_RESPONSE = "emergency_response"
    POST_CRISIS = "post_crisis"


class Strength(StrEnum):
    """How strongly a provision binds, the strongest first."""

    SHALL = "shall"
    SHOULD = "should"
    MAY = "may"


class ProvisionStatus(StrEnum):
    """What the delegations have agreed about a provision."""

    NOT_DISCUSSED = "not_discussed"
    OPEN = "open"
    BRACKETED = "bracketed"
    AGREED = "agreed"
    AGREED_AD_REFERENDUM = "agreed_ad_referendum"
    REOPENED = "reopened"
    ADOPTED = "adopted"


_S = ProvisionStatus

TRANSITIONS: Final[Mapping[ProvisionStatus, frozenset[ProvisionStatus]]] = {
    _S.NOT_DISCUSSED: frozenset({_S.OPEN, _S.BRACKETED, _S.AGREED, _S.AGREED_AD_REFERENDUM, _S.ADOPTED}),
    _S.OPEN: frozenset({_S.BRACKETED, _S.AGREED, _S.AGREED_AD_REFERENDUM, _S.ADOPTED}),
    _S.BRACKETED: frozenset({_S.OPEN, _S.AGREED, _S.AGREED_AD_REFERENDUM}),
    _S.AGREED: frozenset({_S.AGREED_AD_REFERENDUM, _S.OPEN, _S.REOPENED, _S.ADOPTED}),
    _S.AGREED_AD_REFERENDUM: frozenset({_S.AGREED, _S.OPEN, _S.REOPENED, _S.ADOPTED}),
    _S.REOPENED: frozenset({_S.OPEN, _S.BRACKETED, _S.AGREED, _S.AGREED_AD_REFERENDUM, _S.ADOPTED}),
    _S.ADOPTED: frozenset(),
}
"""Where a status may go: decisions.md, "What a decision does to the text".

A bracketed text is never adopted; an agreed one is bracketed only after its reopening; nothing follows
adoption, since a corrigendum leaves the status as it is.
"""


def may_become(now: ProvisionStatus, then: ProvisionStatus) -> bool:
    """Whether a status may follow another one."""
    return then in TRANSITIONS[now]
