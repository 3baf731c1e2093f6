"""Parts that stand on a page many times and look the same each time."""

from __future__ import annotations

from typing import Any

from flask import Flask, g
from jinja2.runtime import Macro
from markupsafe import Markup


def init_app(app: Flask) -> None:
    """Offer `once` to templates."""
    app.jinja_env.globals["once"] = once


def once(macro: Macro, *values: Any) -> Markup:
    """What the macro makes of these values, made once for each request: `{{ once(status, line.status) }}`.

    For macros that depend on their values alone, besides what is the same on the whole page.
    """
    made: dict[Any, Markup] = g.setdefault("made_once", {})
    key = (macro, values)
    if key not in made:
        made[key] = Markup(macro(*values))  # noqa: S704 (a macro escapes what it is given)
    return made[key]
