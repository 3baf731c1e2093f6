from __future__ import annotations

import ast
from collections.abc import Iterator

from flask import Flask

from tests.rules_of_the_house.sources import python_files, short
from webapp.base.kernel.db import Base

AFTER_CLOSING = "figures of a closed round, whose comments everybody in it reads"
GIVEN = "is given the clause by who calls it"
INDEXED = "fills the index, in which each entry keeps its audience"
NOT_FILTERED = {
    "webapp/features/review/queries/comments.py:unanswered": AFTER_CLOSING,
    "webapp/features/review/queries/comments.py:count_of_comments": AFTER_CLOSING,
    "webapp/features/review/queries/comments.py:dispositions_of_round": AFTER_CLOSING,
    "webapp/features/review/queries/comments.py:commented_provisions": AFTER_CLOSING,
    "webapp/features/review/queries/comments.py:comment_ids": "closing a round numbers these rows",
    "webapp/features/review/queries/statements.py:statements_handed_in": "closing a round opens them",
    "webapp/features/review/queries/owners.py:objects_without_names": "what is left out of a list",
    "webapp/features/review/queries/owners.py:owned": "whom a notice of an answer goes to",
    "webapp/features/review/queries/contributions.py:last_versions": "closing a round opens these rows",
    "webapp/outlets/audit/queries.py:_joined": GIVEN,
    "webapp/outlets/search/queries.py:_found": GIVEN,
    "webapp/outlets/search/sources/comments.py:_comments": INDEXED,
    "webapp/outlets/search/sources/comments.py:_covering_statements": INDEXED,
    "webapp/outlets/search/sources/comments.py:_statements_apart": INDEXED,
    "webapp/outlets/search/sources/comments.py:contribution_of_comment": INDEXED,
}


def confidential() -> set[str]:
    """The models whose rows carry an audience."""
    with_audience = {
        mapper.class_.__name__ for mapper in Base.registry.mappers if "audience_id" in mapper.columns
    }
    return with_audience - {"AudienceSpace"}


def reading(models: set[str]) -> Iterator[tuple[str, bool]]:
    """Every query of such a model, and whether it, or one that it uses in its file, asks who reads."""
    for path in python_files("webapp"):
        if not {"queries", "sources"} & {path.stem, *path.parts}:
            continue
        tree = ast.parse(path.read_text())
        functions = {node.name: used(node) for node in tree.body if isinstance(node, ast.FunctionDef)}
        for name, uses in functions.items():
            if "select" in uses and uses & models:
                yield f"{short(path)}:{name}", asks_who_reads(name, functions, frozenset())


def used(node: ast.AST) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def asks_who_reads(name: str, functions: dict[str, set[str]], seen: frozenset[str]) -> bool:
    if name in seen or name not in functions:
        return False
    uses = functions[name]
    return "readable_by" in uses or any(asks_who_reads(one, functions, seen | {name}) for one in uses)


def test_every_query_of_a_confidential_table_asks_who_reads(whole_app: Flask) -> None:
    assert {"Comment", "JournalBody"} <= confidential()
    open_to_all = {name for name, asks in reading(confidential()) if not asks}
    assert open_to_all == set(NOT_FILTERED)
