"""What may stand in an address: numbers that every database holds, and no NUL character, which PostgreSQL refuses."""

from __future__ import annotations

from typing import TypeVar

from flask import Flask, request
from werkzeug.exceptions import BadRequest
from werkzeug.routing import IntegerConverter

MOST_FIGURES = 9
NUL = "\0"

T = TypeVar("T", int, None)


class WholeNumber(IntegerConverter):
    """A whole number in a path; one with more figures is no page."""

    regex = rf"\d{{1,{MOST_FIGURES}}}"


def init_app(app: Flask) -> None:
    """Read numbers of paths so, and refuse what no database can look for; call before routes are added."""
    app.url_map.converters["int"] = WholeNumber
    app.before_request(_refuse_nul)


def asked_number(name: str, default: T) -> int | T:
    """The whole number above zero that the query asks for, else the default."""
    asked = request.args.get(name, "")
    if not (asked.isascii() and asked.isdigit() and len(asked) <= MOST_FIGURES):
        return default
    return int(asked) or default


def _refuse_nul() -> None:
    asked = (request.path, *request.args, *(value for _, value in request.args.items(multi=True)))
    if any(NUL in part for part in asked):
        raise BadRequest()
