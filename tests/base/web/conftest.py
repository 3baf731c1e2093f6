"""A small application on the plumbing alone, with views that go wrong in every way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from flask import Blueprint, Flask, Response, flash, g, render_template_string, request
from flask.testing import FlaskClient
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from config import Settings, load_settings
from webapp.base.access.actor import Actor, Constituency, Office, OfficeKind, Seat, SeatRole, Standing
from webapp.base.kernel.db import db, engine_options, prepare_engine
from webapp.base.kernel.errors import CodedError, Denied, Invalid, NotFound, Refused, Stale
from webapp.base.kernel.idempotency import AlreadyDone
from webapp.base.kernel.settings import KEY
from webapp.base.web import extensions, keys
from webapp.base.web.auth import InitiativeHead, SignedIn, init_auth
from webapp.base.web.page import JournalState, PageContext, register_page_provider

PLAIN = "{% extends 'layout/page.html' %}{% block title %}A page{% endblock %}{% block main %}<h1>A page</h1>{% endblock %}"
TEMPLATES = Path(__file__).parents[3] / "webapp" / "templates"
STATIC = Path(__file__).parents[3] / "webapp" / "static"


@dataclass(frozen=True)
class Head:
    """An initiative as pages know it."""

    id: str = "i1"
    slug: str = "mac"
    title: str = "Migrants in Acute Crises"
    time_zone: str = "Europe/Zurich"
    entries: int = 418
    last_hash: str = "0" * 64


INES = SignedIn(
    id="s1",
    email="ines@union.example",
    locale="en",
    time_zone="Asia/Manila",
    actor=Actor(
        person_id="p1",
        name="Ines <Okafor>",
        seats=(
            Seat(
                initiative_id="i1",
                delegation_id="d1",
                delegation_code="MWUF",
                delegation_name="Workers & Union",
                constituency=Constituency.CIVIL_SOCIETY,
                standing=Standing.MEMBER,
                role=SeatRole.HEAD,
            ),
        ),
        offices=(Office("i1", OfficeKind.CO_CHAIR),),
    ),
)

ERRORS: dict[str, CodedError] = {
    "denied": Denied("denied"),
    "not-found": NotFound(),
    "refused": Refused("no.such.code"),
    "invalid": Invalid("text.too_long", length=2134, limit=2000),
    "stale": Stale("stale", theirs="<b>theirs</b>", mine="mine"),
}


def _session(session: Session, session_id: str, now: dt.datetime) -> SignedIn | None:
    return INES if session_id == INES.id else None


def _initiative(session: Session, slug: str) -> InitiativeHead | None:
    return Head() if slug == "mac" else None


def _provided(page: PageContext) -> PageContext:
    if page.person_name is None:
        return page
    return replace(page, waiting_count=2, unread_count=0, journal=JournalState(18204, verified=True))


def make_app(settings: Settings) -> Flask:
    """Base/web wired as create_app wires it."""
    app = Flask(
        "webapp.tests", template_folder=str(TEMPLATES), static_folder=str(STATIC), static_url_path="/static"
    )
    app.extensions[KEY] = settings
    app.config.update(
        SECRET_KEY="x" * 40,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(settings.database_url),
        SESSION_COOKIE_SECURE=False,
        MAX_CONTENT_LENGTH=5000,
        TRUSTED_HOSTS=["localhost"],
    )
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
        db.create_all()
    extensions.init_app(app, settings)
    init_auth(app, _session, _initiative)
    register_page_provider(app, _provided)
    app.register_blueprint(_views())
    app.register_blueprint(keys.blueprint)
    return app


def _views() -> Blueprint:
    views = Blueprint("desk", __name__)

    @views.route("/")
    def start() -> str:
        flash("Kept as <draft>", "ok")
        return render_template_string(PLAIN)

    @views.route("/of/<slug>")
    def initiative(slug: str) -> str:
        g.initiative = Head()
        return render_template_string(PLAIN)

    @views.route("/long")
    def long() -> str:
        return "<p>" + "word " * 2000 + "</p>"

    @views.route("/kept")
    def kept() -> Response:
        response = Response("everybody may keep this")
        response.cache_control.public = True
        response.cache_control.max_age = 60
        return response

    @views.route("/raise/<name>", methods=["GET", "POST"])
    def raises(name: str) -> str:
        raise ERRORS[name]

    @views.route("/send", methods=["POST"])
    def send() -> str:
        return "<p>" + request.form["words"] + "</p>"

    @views.route("/again")
    def again() -> str:
        raise AlreadyDone("/of/mac")

    @views.route("/broken", methods=["GET", "POST"])
    def broken() -> str:
        raise ZeroDivisionError

    @views.route("/away")
    def away() -> str:
        raise OperationalError("SELECT 1", {}, Exception("server closed the connection"))

    @views.route("/met", methods=["POST"])
    def met() -> str:
        raise IntegrityError("INSERT", {}, Exception("UNIQUE constraint failed: initiative.slug"))

    @views.route("/limited")
    @extensions.limiter.limit("1 per minute")
    def limited() -> str:
        return "one"

    return views


@pytest.fixture(name="settings")
def _settings(tmp_path: Path) -> Settings:
    return load_settings({"INSTANCE_DIR": str(tmp_path)})


@pytest.fixture(name="app")
def _app(settings: Settings) -> Iterator[Flask]:
    app = make_app(settings)
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(name="client")
def _client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(name="ines")
def _ines(app: Flask) -> FlaskClient:
    """A client that is signed in."""
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = INES.id
        session["_fresh"] = True
    return client
