"""Every error as a page: what happened, what was kept, what to do.

Logs name the endpoint and never the path, which may hold the secret of a one-time link.
"""

from __future__ import annotations

import secrets
from http import HTTPStatus
from urllib.parse import urlsplit

import structlog
from flask import Flask, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, InternalServerError, RequestEntityTooLarge, SecurityError
from werkzeug.wrappers import Response

from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError, Denied, NotFound, Stale
from webapp.base.kernel.idempotency import AlreadyDone
from webapp.base.web import language, messages, navigation
from webapp.base.web.acting import arrived_keys, note_arrival
from webapp.base.web.auth import SignedOut
from webapp.base.web.typed import typed_fields

log = structlog.get_logger(__name__)

Answer = tuple[str, int] | tuple[str, int, dict[str, str]] | Response

DATABASE_AWAY_SECONDS = 5
PAGES = frozenset({400, 403, 404, 405, 413, 429})


def init_app(app: Flask) -> None:
    """Register the handlers, and what tells the next page that a form has arrived."""
    app.jinja_env.globals["arrived_keys"] = arrived_keys
    app.register_error_handler(AlreadyDone, _already_done)
    app.register_error_handler(CodedError, _coded)
    app.register_error_handler(CSRFError, _not_from_our_page)
    app.register_error_handler(SignedOut, _signed_out)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(IntegrityError, _met)
    for kind in (OperationalError, InterfaceError, PoolTimeout):
        app.register_error_handler(kind, _database_away)
    app.register_error_handler(InternalServerError, _failed)
    app.register_error_handler(HTTPException, _http)


def _already_done(error: AlreadyDone) -> Response:
    note_arrival()
    flash(_("This was received before; here is the first result. Nothing was done twice."))
    return redirect(error.location, code=303)


def _coded(error: CodedError) -> Answer:
    status = messages.status(error)
    if isinstance(error, NotFound):
        return _page("404", status, words=messages.sentence(error))
    if isinstance(error, Denied):
        lacks_factor = error.code == "second_factor_needed"
        words = messages.sentence(error)
        return _page("403", status, words=words, typed=typed_fields(), lacks_factor=lacks_factor)
    if isinstance(error, Stale):
        return _page("stale", status, words=messages.sentence(error), theirs=error.theirs, mine=error.mine)
    return _page("refused", status, words=messages.sentence(error), typed=typed_fields(), back=_back())


def _not_from_our_page(error: CSRFError) -> Answer:
    log.info("a form without its token", endpoint=request.endpoint, reason=error.description)
    return _page("csrf", 400, typed=typed_fields(), back=_back())


def _signed_out(error: SignedOut) -> Answer:
    way = url_for("people.sign_in", next=_back()) if navigation.has_way("people.sign_in") else "/"
    return _page("signed_out", 401, typed=typed_fields(), way=way)


def _met(error: IntegrityError) -> Answer:
    """Two did the same at the same moment, and a constraint let the first one pass."""
    # The driver's own words may hold what was typed; the place is enough.
    log.warning("a constraint refused a change", endpoint=request.endpoint)
    words = messages.sentence_of("met", {})
    return _page("refused", 409, words=words, typed=typed_fields(), back=_back())


def _foreign_host(error: SecurityError) -> Answer:
    _ask_nobody()
    return _page("400", 400)


def _http(error: HTTPException) -> Answer | HTTPException:
    if isinstance(error.code, int) and error.code < HTTPStatus.BAD_REQUEST:
        return error
    code = error.code or HTTPStatus.BAD_REQUEST
    if code not in PAGES:
        return _page("400", code)
    # What is too large was not read; asking for the form again would raise the same error once more.
    typed = [] if isinstance(error, RequestEntityTooLarge) else typed_fields()
    limit = int(request.max_content_length or 0)
    text, status = _page(str(code), code, typed=typed, back=_back(), limit=limit)
    return text, status, _kept_headers(error)


def _kept_headers(error: HTTPException) -> dict[str, str]:
    """Headers that belong to the error itself: which methods are allowed, when to come back."""
    return {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")}


def _database_away(error: Exception) -> Answer:
    log.error(
        "the database does not answer", error=type(error).__name__, endpoint=request.endpoint, exc_info=error
    )
    typed = typed_fields()
    _ask_nobody()
    text, status = _page("503", 503, typed=typed, seconds=DATABASE_AWAY_SECONDS)
    return text, status, {"Retry-After": str(DATABASE_AWAY_SECONDS)}


def _failed(error: InternalServerError) -> Answer:
    reference = secrets.token_hex(4)
    cause = error.original_exception or error
    log.error(
        "a page failed", reference=reference, endpoint=request.endpoint, method=request.method, exc_info=cause
    )
    typed = typed_fields()
    _ask_nobody()
    return _page("500", 500, reference=reference, typed=typed)


def _ask_nobody() -> None:
    """Make the page without the database, which may be what failed."""
    db.session.remove()
    language.without_person()
    g.pop("page", None)


def _page(name: str, status: int, **facts: object) -> tuple[str, int]:
    # Who only opened a page may open it once more; who sent a form is told what became of it.
    again = request.full_path.rstrip("?") if request.method in ("GET", "HEAD") else None
    return render_template(f"errors/{name}.html", status=status, again=again, **facts), status


def _back() -> str:
    """Where the form was opened: the page that sent it, if it is ours, else this address."""
    sent_from = urlsplit(request.referrer or "")
    if (
        sent_from.netloc == request.host
        and sent_from.path.startswith("/")
        and not sent_from.path.startswith("//")
    ):
        return sent_from.path + (f"?{sent_from.query}" if sent_from.query else "")
    return request.path
