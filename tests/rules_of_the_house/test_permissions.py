from __future__ import annotations

from tests.rules_of_the_house.matrix import STORED, made
from webapp.base.access.permissions import Permission
from webapp.base.access.policy import POLICY
from webapp.base.web.policy_words import AREAS, CLAUSES, PERMISSIONS, permissions_about


def test_the_matrix_of_permissions_is_the_stored_one() -> None:
    assert made() == STORED.read_text(encoding="utf-8")


def test_the_policy_has_a_line_for_every_permission() -> None:
    assert set(POLICY) == set(Permission)
    assert all(POLICY.values())


def test_every_permission_has_a_sentence() -> None:
    assert set(PERMISSIONS) == set(Permission)
    assert [words for words in map(str, PERMISSIONS.values()) if not words.endswith(".")] == []


def test_every_clause_of_the_policy_is_told_in_words() -> None:
    assert {clause.name for clauses in POLICY.values() for clause in clauses} == set(CLAUSES)


def test_every_permission_stands_in_one_area_of_the_page() -> None:
    placed = [permission for _, beginnings in AREAS for permission in permissions_about(beginnings)]
    assert sorted(placed) == sorted(Permission)
