"""What becomes of a provision's status: decisions.md, “What a decision does to the text”, act by act."""

from __future__ import annotations

from typing import Final

from .enums import ProvisionStatus

_S = ProvisionStatus

SETTLED: Final = frozenset({_S.AGREED, _S.AGREED_AD_REFERENDUM, _S.ADOPTED})
"""What the delegations settled: its words change only after its reopening, or never."""


def after_issuing(before: ProvisionStatus, *, bracketed: bool) -> ProvisionStatus:
    """The status with which a provision stands in the revision that is issued."""
    if before in SETTLED:
        return before
    if bracketed:
        return _S.BRACKETED
    return _S.OPEN if before is _S.BRACKETED else before


def after_first_reading(before: ProvisionStatus) -> ProvisionStatus:
    """Once the first comment on it can be read by all delegations."""
    return _S.OPEN if before is _S.NOT_DISCUSSED else before


def after_agreement(before: ProvisionStatus, *, bracketed: bool, ad_referendum: bool) -> ProvisionStatus:
    """Once a call or a silence procedure on it has passed. With open brackets it stays bracketed."""
    if before is _S.ADOPTED:
        return before
    if bracketed:
        return _S.BRACKETED
    return _S.AGREED_AD_REFERENDUM if ad_referendum else _S.AGREED


def after_failing(before: ProvisionStatus, *, bracketed: bool) -> ProvisionStatus:
    """Back to consultation: a call failed or was undecided, or silence was broken."""
    if before is _S.ADOPTED:
        return before
    return _S.BRACKETED if bracketed else _S.OPEN
