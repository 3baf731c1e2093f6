"""In which language and time zone a page speaks to its reader."""

from __future__ import annotations

from functools import lru_cache
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from flask import Flask, Response, current_app, g, has_request_context, request
from flask_babel import get_babel, get_locale

from webapp.base.web.auth import signed_in

COOKIE = "concord_language"
SOURCE = "en"
"""The language in which the sentences are written."""
KEY = "concord.languages"


def init_app(app: Flask) -> None:
    """Find out which languages are shipped; call after Babel is wired."""
    with app.app_context():
        shipped = {locale.language for locale in get_babel().instance.list_translations()}
    app.extensions[KEY] = (SOURCE, *sorted(shipped - {SOURCE}))
    app.jinja_env.globals["other_languages"] = other_languages
    app.after_request(_say_language)


def languages() -> tuple[str, ...]:
    """The languages in which pages can be read."""
    return cast("tuple[str, ...]", current_app.extensions[KEY])


def own_name(language: str) -> str:
    """A language as those who speak it name it: “Français”."""
    name = Locale.parse(language, sep="-").get_display_name(language) or language
    return name[:1].upper() + name[1:]


def other_languages() -> list[tuple[str, str]]:
    """The languages in which this page could be read instead, each with its own name."""
    spoken = reader_locale()
    return [(code, own_name(code)) for code in languages() if code != spoken]


def without_person() -> None:
    """From here on, this request must not ask the database who reads: it is being told of its failure."""
    g.without_person = True


def speak_as_asked() -> None:
    """From here on, this request speaks the language that its address names (`?lang=`), else the browser's.

    For pages that every cache may keep: a cookie must not change them.
    """
    asked = request.args.get("lang", "")
    g.spoken = asked if asked in languages() else _of_browser()


def reader_locale() -> str:
    """The person's language, else the one chosen on this device, else the browser's, else English."""
    if not has_request_context():
        return SOURCE
    if "spoken" in g:
        return cast(str, g.spoken)
    person = None if g.get("without_person") else signed_in()
    for chosen in (person.locale if person else None, request.cookies.get(COOKIE)):
        if chosen in languages():
            return chosen
    return _of_browser()


def _say_language(response: Response) -> Response:
    """Name the language of a page (RFC 9110, 8.5)."""
    if response.mimetype == "text/html" and request.endpoint != "static":
        response.content_language.add(str((get_locale() or Locale(SOURCE)).language))
    return response


def _of_browser() -> str:
    """The first language that the browser asks for and we speak; that of Switzerland is French all the same."""
    asked = (tag.split("-")[0].lower() for tag, quality in request.accept_languages if quality)
    return next((tag for tag in asked if tag in languages()), SOURCE)


def reader_zone() -> str:
    """The reader's time zone: the person's, else UTC."""
    if not has_request_context() or g.get("without_person"):
        return "UTC"
    person = signed_in()
    return known_zone(person.time_zone) if person else "UTC"


def remember_language(response: Response, language: str) -> None:
    """Keep a reader's choice on this device for a year."""
    response.set_cookie(
        COOKIE,
        language,
        max_age=365 * 24 * 3600,
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Lax",
    )


def known_zone(name: str) -> str:
    """The zone's name if the time zone database has it, else UTC."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return name


@lru_cache(maxsize=256)
def dir_of(lang: str) -> str:
    """The direction in which a language is written: `ltr` or `rtl`."""
    try:
        return Locale.parse(lang, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"
