"""Whose a comment is reaches pages, tables and mails as a byline and in no other way."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator

from tests.rules_of_the_house.sources import ROOT, python_files, short, templates
from webapp.features.review.queries import CommentView, StatementView

TELLING = {"Comment", "Contribution", "ContributionVersion", "CoveringStatement", "DraftComment"}
"""Models of review whose rows name a delegation or a person."""
OWNERS = {"Owner", "owner_of", "owned", "statements_handed_in", "number_for_all"}
MAY_ASK_FOR_OWNERS = {
    "webapp/outlets/notifications/audiences.py": "the answer is told to the owner",
    "webapp/outlets/notifications/matters.py": "the owner is told its own number",
    "webapp/features/review/service/answers.py": "the journal is given the number for all",
    "webapp/features/review/service/rounds.py": "closing opens what was handed in",
}
MAY_READ_ROWS = {
    "webapp/features/review/routes/handing_in.py": "the receipt is the own delegation's",
    "webapp/outlets/search/sources/comments.py": "fills the index, in which no name stands with a comment",
}
PRINTED = re.compile(r"\b(?:comment|one|selected|statement|view)\.(?:by\.\w+|delegation\w*|author\w*)")
OWN_PAGES = {"review/_block.html": "the own contribution, shown to the delegation itself"}


def outlets_and_routes() -> Iterator[tuple[str, ast.Module]]:
    for path in python_files("webapp/outlets", "webapp/features"):
        if "outlets" in path.parts or "routes" in (path.stem, *path.parts):
            yield short(path), ast.parse(path.read_text())


def imported(tree: ast.Module, module: str) -> set[str]:
    return {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == module
        for alias in node.names
    }


def test_what_a_page_is_given_names_nobody_but_by_its_byline() -> None:
    for view in (CommentView, StatementView):
        kinds = {field.name: str(field.type) for field in dataclasses.fields(view)}
        assert kinds["by"] == "Byline"
        assert [name for name in kinds if re.search("delegation|constituency|author|person|code", name)] == []


def test_no_page_or_outlet_reads_rows_that_name_who_said_something() -> None:
    reading = {
        name: found
        for name, tree in outlets_and_routes()
        if (found := imported(tree, "webapp.features.review.models") & TELLING)
    }
    assert set(reading) == set(MAY_READ_ROWS)


def test_who_owns_a_comment_is_asked_only_to_tell_them() -> None:
    asking = {
        short(path)
        for path in python_files("webapp")
        if "review/queries" not in short(path)
        and OWNERS
        & {node.attr for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Attribute)}
    }
    assert asking == set(MAY_ASK_FOR_OWNERS)


def test_templates_print_a_byline_and_nothing_of_whose_it_is() -> None:
    printing = {
        str(path.relative_to(ROOT / "webapp" / "templates")): found
        for path in templates()
        if (found := PRINTED.findall(path.read_text()))
    }
    assert set(printing) == set(OWN_PAGES), printing
