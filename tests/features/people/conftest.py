"""Accounts with everything that belongs to signing in."""

from __future__ import annotations

import pytest

from tests.factories.cast import Cast
from tests.features.people.account import Account, account_of


@pytest.fixture
def ines(cast: Cast) -> Account:
    """The head of the union's delegation, with a password and a fresh session."""
    return account_of(cast, "head_mwuf")


@pytest.fixture
def davit(cast: Cast) -> Account:
    """Somebody else."""
    return account_of(cast, "alternate_mwuf")
