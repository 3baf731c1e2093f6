"""The blueprint of the outlet, and how a table is sent."""

from __future__ import annotations

from flask import Blueprint, Response

blueprint = Blueprint("exchange", __name__)


def as_file(table: bytes, name: str) -> Response:
    """The table as a file of this name."""
    answer = Response(table, mimetype="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
