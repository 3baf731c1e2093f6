from __future__ import annotations

import ast
from itertools import pairwise

from tests.rules_of_the_house.matrix import STORED, made
from tests.rules_of_the_house.sources import ROOT
from webapp.base.access.permissions import Permission
from webapp.base.access.policy import POLICY


def test_the_matrix_of_permissions_is_the_stored_one() -> None:
    assert made() == STORED.read_text(encoding="utf-8")


def test_the_policy_has_a_line_for_every_permission() -> None:
    assert set(POLICY) == set(Permission)
    assert all(POLICY.values())


def test_every_permission_has_a_sentence() -> None:
    tree = ast.parse((ROOT / "webapp" / "base" / "access" / "permissions.py").read_text())
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef))
    named = [(node, following) for node, following in pairwise(body) if isinstance(node, ast.Assign)]
    assert len(named) == len(Permission)
    assert [ast.unparse(node) for node, following in named if not isinstance(following, ast.Expr)] == []
