"""What templates can say: moments, numbers, sizes, and the words and marks of the field."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal as babel_decimal
from flask import Flask
from flask_babel import get_locale
from flask_babel import gettext as _
from markupsafe import Markup

from webapp.base.access.attribution import Byline, Named, OfConstituency
from webapp.base.kernel.ids import new_id
from webapp.base.web import moments, wording
from webapp.base.web.language import SOURCE, dir_of
from webapp.base.web.messages import sentence
from webapp.base.web.wording import Mark

PLAIN = Mark("", "")


def init_app(app: Flask) -> None:
    """Register every filter and global."""
    app.jinja_env.filters.update(
        moment=moments.moment,
        short_moment=moments.short_moment,
        clock_time=moments.clock_time,
        local_day=moments.local_day,
        day=moments.day,
        short_day=moments.short_day,
        iso=moments.iso,
        place=moments.place,
        number=number,
        spelled=spelled,
        first_capital=first_capital,
        file_size=file_size,
        shorten=shorten,
        constituency=constituency,
        status_mark=status_mark,
        audience_mark=audience_mark,
        role_words=role_words,
        standing_words=standing_words,
        sentence=sentence,
        lines=lines,
        byline_words=byline_words,
    )
    app.jinja_env.globals.update(
        here=moments.here,
        distance=moments.distance,
        time_left=moments.time_left,
        dir_of=dir_of,
        page_language=page_language,
        constituencies=wording.CONSTITUENCIES,
        a_delegation=wording.A_DELEGATION,
        attributions=wording.ATTRIBUTIONS,
        new_idempotency_key=new_id,
    )


def page_language() -> str:
    """The language in which the page speaks."""
    locale = get_locale()
    return str(locale.language) if locale else SOURCE


def number(value: int) -> str:
    """A number with its separators: "20,418"."""
    return _in_figures(value, get_locale() or Locale(SOURCE))


@lru_cache(maxsize=4096)
def _in_figures(value: int, locale: Locale) -> str:
    return babel_decimal(value, locale=locale)


def spelled(value: int) -> str:
    """A number as a word up to twelve, else in figures: "two", "20,418"."""
    if 0 <= value < len(wording.NUMBERS):
        return str(wording.NUMBERS[value])
    return number(value)


def first_capital(text: str) -> str:
    """The same words with a capital at their beginning; nothing else changes."""
    words = str(text)
    return words[:1].upper() + words[1:]


def file_size(size: int) -> str:
    """A size in bytes, kilobytes or megabytes of 1,000: "412 bytes", "38 kB", "1.4 MB"."""
    if size < 1000:
        return str(_("%(size)s bytes", size=number(size)))
    if size < 999_500:
        return str(_("%(size)s kB", size=number(round(size / 1000))))
    return str(_("%(size)s MB", size=babel_decimal(round(size / 1_000_000, 1), locale=get_locale())))


def shorten(text: str, limit: int = 80) -> str:
    """The beginning of a text, in whole words and with an ellipsis, of at most `limit` characters."""
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    head = words[: limit - 1]
    if words[limit - 1] != " " and " " in head:
        head = head[: head.rindex(" ")]
    return head.rstrip(" ,;:.–-") + "…"


def constituency(name: str) -> Mark:
    """Mark and words of a constituency."""
    return wording.CONSTITUENCIES.get(name, PLAIN)


def status_mark(name: str) -> Mark:
    """Mark and word of a provision's status."""
    return wording.STATUSES.get(name, PLAIN)


def audience_mark(name: str) -> Mark:
    """Mark and words of a space that may see something."""
    return wording.AUDIENCES.get(name, PLAIN)


def role_words(name: str) -> str:
    """A seat, an office or a capacity in words."""
    return str(wording.ROLES.get(name, name))


def standing_words(name: str) -> str:
    """A delegation's standing in words."""
    return str(wording.STANDINGS.get(name, name))


def byline_words(by: Byline) -> str:
    """Who said something, as one reader may know it: in tables, mails and sentences."""
    if isinstance(by, Named):
        return by.name
    if isinstance(by, OfConstituency):
        return str(wording.CONSTITUENCIES[by.constituency].alone)
    return str(wording.A_DELEGATION)


def lines(text: str) -> Markup:
    """Text with its line ends as line breaks."""
    return Markup("<br>").join(text.split("\n"))
