"""Spaces: who is in them, and the names under which audiences list them (product.md, "Confidentiality")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType

Space = NewType("Space", str)

PUBLIC = Space("public")


def of_person(person_id: str) -> Space:
    """One person alone: what concerns nothing but the own account."""
    return Space(f"person:{person_id}")


def of_delegation(delegation_id: str) -> Space:
    """The people with a seat in one delegation."""
    return Space(f"delegation:{delegation_id}")


def all_delegations(initiative_id: str) -> Space:
    """Members, observers, the co-chairs and the secretariat of an initiative."""
    return Space(f"all:{initiative_id}")


def members(initiative_id: str) -> Space:
    """The member delegations of an initiative."""
    return Space(f"members:{initiative_id}")


def constituency(initiative_id: str, name: str) -> Space:
    """The delegations of one constituency."""
    return Space(f"constituency:{initiative_id}:{name}")


def chairs(initiative_id: str) -> Space:
    """The co-chairs of an initiative."""
    return Space(f"chairs:{initiative_id}")


def secretariat(initiative_id: str) -> Space:
    """The secretariat officers of an initiative."""
    return Space(f"secretariat:{initiative_id}")


def site() -> Space:
    """The administrators of the installation, for the site's own journal."""
    return Space("site")


def may_read(held: Iterable[Space], audience: Iterable[Space]) -> bool:
    """Whether somebody who is in the held spaces may read what has this audience."""
    return not set(held).isdisjoint(audience)
