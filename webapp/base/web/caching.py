"""Pages that are the same for everybody: anybody may keep them, and asks again with an entity tag (RFC 9110, 8.8.3)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from flask import Response, current_app, g, make_response, request
from flask.typing import ResponseReturnValue

from webapp.base.web import language, page
from webapp.base.web.static_files import static_url

LASTS_SECONDS = 60
"""For so long a copy may be shown without asking again: a publication may be seen a minute late, never early."""


def for_everybody() -> None:
    """From here on, this request does not ask who reads: neither account nor cookie changes its answer."""
    g.for_everybody = True
    language.without_person()
    language.speak_as_asked()
    page.show_to_everybody("UTC")


def kept(depends_on: Iterable[str], make: Callable[[], ResponseReturnValue]) -> Response:
    """The answer with its entity tag; “not modified”, without making it, for whoever holds the same.

    `depends_on` is everything besides address, language and program that the answer is made from.
    """
    parts = (_edition(), static_url("concord.css"), language.reader_locale(), request.full_path, *depends_on)
    tag = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    held = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if held else make_response(make())
    response.set_etag(tag)
    response.cache_control.public = True
    response.cache_control.max_age = LASTS_SECONDS
    return response


@lru_cache(maxsize=1)
def _edition() -> str:
    """A hash of every template and translation: another version of the program makes other pages."""
    root = Path(current_app.root_path)
    found = hashlib.sha256()
    for folder in ("templates", "translations"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file():
                found.update(path.read_bytes())
    return found.hexdigest()
