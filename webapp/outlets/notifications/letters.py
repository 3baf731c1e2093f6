"""A notice in words: in the receiver's language and time zone, from its templates."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from flask import current_app
from flask_babel import force_locale

from webapp.base.web.language import SOURCE, dir_of, known_zone, languages
from webapp.base.web.messages import Words
from webapp.outlets.notifications.matters import Matter

WIDTH = 72
"""Characters of a line of plain text (RFC 5322, 2.1.1 asks for at most 78)."""
SIGNATURE = "-- "
"""What divides a mail from its footer (RFC 3676, 4.3)."""
FOLDER = "notices"
BREAKING = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True)
class Reader:
    """In which language and time zone a notice is put into words. Equal readers read equal words."""

    language: str = SOURCE
    time_zone: str = "UTC"


@dataclass(frozen=True)
class Letter:
    """A notice in words."""

    language: str
    subject: str
    text: str
    html: str


def reader_of(locale: str, time_zone: str) -> Reader:
    """The reader, with a language that is shipped and a time zone that exists."""
    return Reader(locale if locale in languages() else SOURCE, known_zone(time_zone))


def subject_line(notice: str, matter: Matter, reader: Reader) -> str:
    """The notice in one line."""
    with force_locale(reader.language):
        return _line(_render(notice, "subject.txt", matter, reader, "", ""))


def compose(notice: str, matter: Matter, reader: Reader, link: str, why: Words) -> Letter:
    """The whole notice; `link` is the address of its page, `why` the reason that the receiver gets it."""
    with force_locale(reader.language):
        reason = str(why)
        return Letter(
            language=reader.language,
            subject=_line(_render(notice, "subject.txt", matter, reader, link, reason)),
            text=wrapped(_render(notice, "body.txt", matter, reader, link, reason)),
            html=_render(notice, "body.html", matter, reader, link, reason),
        )


def wrapped(text: str) -> str:
    """Lines of at most 72 characters; an address is never broken, empty lines never stand in a row."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        kept = line.rstrip()
        if kept == SIGNATURE.rstrip():
            lines.append(SIGNATURE)
        elif kept:
            lines += textwrap.wrap(kept, WIDTH, break_long_words=False, break_on_hyphens=False)
        elif lines and lines[-1]:
            lines.append("")
    return "\n".join(lines) + "\n"


def _render(notice: str, part: str, matter: Matter, reader: Reader, link: str, why: str) -> str:
    template = current_app.jinja_env.get_template(f"{FOLDER}/{notice}/{part}")
    return template.render(
        matter=matter,
        about=matter.about,
        content=matter.happened.content,
        initiative=matter.initiative,
        delegation=matter.delegation,
        zone=matter.zone,
        reader_zone=reader.time_zone,
        language=reader.language,
        direction=dir_of(reader.language),
        link=link,
        why=why,
    )


def _line(text: str) -> str:
    """One line; a fixed space, which French sets before a colon, stays one."""
    return BREAKING.sub(" ", text).strip()
