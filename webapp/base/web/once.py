"""Parts of pages that look the same each time, made once: for a request, or for as long as there is room."""

from __future__ import annotations

from typing import Any

from flask import Flask, g
from jinja2.runtime import Macro
from markupsafe import Markup

from webapp.base.kernel.kept import Kept
from webapp.base.web.filters import page_language
from webapp.base.web.page import current_page

PARTS = 1000


def init_app(app: Flask) -> None:
    """Offer `once` and `lasting` to templates."""
    app.jinja_env.globals.update(once=once, lasting=lasting)


def once(macro: Macro, *values: Any) -> Markup:
    """What the macro makes of these values, made once for each request: `{{ once(status, line.status) }}`.

    For macros that depend on their values alone, besides what is the same on the whole page.
    """
    made: dict[Any, Markup] = g.setdefault("made_once", {})
    key = (macro, values)
    if key not in made:
        made[key] = _made(macro, values)
    return made[key]


_kept: Kept[tuple[Any, ...], Markup] = Kept(PARTS)


def lasting(macro: Macro, *values: Any) -> Markup:
    """The same, kept from one request to the next (docs/adr/0010-kept-in-memory.md).

    For macros that depend on their values, the language and the official zone alone. The values are the question:
    whoever gets the answer holds everything that stands in it already.
    """
    question = (macro, values, page_language(), current_page().zone)
    return _kept.get(question, lambda: _made(macro, values))


def _made(macro: Macro, values: tuple[Any, ...]) -> Markup:
    return Markup(macro(*values))  # noqa: S704 (a macro escapes what it is given)
