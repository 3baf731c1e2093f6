"""Style, script and sign: addresses with a hash of the content, kept by browsers for a year.

Flask serves them and not WhiteNoise, because WhiteNoise answers before Flask does and its answers would lack
the security headers that every answer must carry. The files are few and small; each is gzipped once.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, current_app, request

from webapp.base.web.compression import KINDS, LEVEL_OF_FILES, SMALLEST, gzipped, mark_gzipped

A_YEAR = "public, max-age=31536000, immutable"


def init_app(app: Flask) -> None:
    """Offer `static_url` to templates and cache what carries the right hash."""
    app.jinja_env.globals["static_url"] = static_url
    app.after_request(_kept)


def static_url(filename: str) -> str:
    """The address of a static file with its hash; needs no routing, so that error pages can always use it."""
    return f"{current_app.static_url_path}/{filename}?v={_hash_now(_path(filename))}"


def _kept(response: Response) -> Response:
    """Only the address with the hash of these very bytes may be kept; any other is asked for again."""
    if request.endpoint != "static" or response.status_code not in (200, 304):
        return response
    path = _path(str((request.view_args or {}).get("filename", "")))
    right = request.args.get("v") == _hash_now(path)
    response.headers["Cache-Control"] = A_YEAR if right else "no-cache"
    if (
        response.status_code == 200
        and response.mimetype in KINDS
        and request.accept_encodings.quality("gzip") > 0
    ):
        body = _gzipped_now(path)
        if body is not None:
            response.direct_passthrough = False
            response.set_data(body)
            mark_gzipped(response)
            response.vary.add("Accept-Encoding")
    return response


def _path(filename: str) -> Path:
    return Path(current_app.static_folder or "") / filename


def _hash_now(path: Path) -> str:
    return _hash(path, path.stat().st_mtime_ns)


def _gzipped_now(path: Path) -> bytes | None:
    return _gzipped(path, path.stat().st_mtime_ns)


# The time of the last change is part of the key, so that an edited file shows without a restart.
@lru_cache(maxsize=64)
def _hash(path: Path, changed_ns: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


@lru_cache(maxsize=64)
def _gzipped(path: Path, changed_ns: int) -> bytes | None:
    body = path.read_bytes()
    return gzipped(body, LEVEL_OF_FILES) if len(body) >= SMALLEST else None
