"""As whom every page is opened."""

from __future__ import annotations

from collections.abc import Mapping

from tests.browser.places import ADMINISTRATOR, CO_CHAIR, HEAD, NOBODY, OBSERVER, SECRETARIAT

ROLES: Mapping[str, str] = {
    "visitor": NOBODY,
    "adviser": "kofi.asante@workers-union.example",
    "delegate": "huong.pham@workers-union.example",
    "head": HEAD,
    "alternate": "davit.lund@workers-union.example",
    "observer": OBSERVER,
    "secretariat": SECRETARIAT,
    "co-chair": CO_CHAIR,
    "administrator": ADMINISTRATOR,
}
"""Role to account. Adviser, delegate, head and alternate are of one delegation, so that what differs is the role."""


def name_of(who: str) -> str:
    """The role of an account; of another one than these, its own name."""
    return next((role for role, account in ROLES.items() if account == who), who.partition("@")[0])
