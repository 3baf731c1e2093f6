"""What is data on a page: texts, names and codes that stand in the database, moments, numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import available_timezones

from babel import Locale
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.translations.pseudo import CLOSES, OPENS
from tests.translations.spoken import Said
from webapp.base.kernel.db import Base
from webapp.demo import mailbox

MONTHS = "|".join(Locale("en").months["format"]["wide"].values())
DAYS = "|".join(Locale("en").days["format"]["wide"].values())
AMOUNT = r"[\d,]+ (?:second|minute|hour|day|week|month|year)s?"
NEITHER = re.compile(
    rf"\b(?:{DAYS})\b|\b\d{{1,2}} (?:{MONTHS}) \d{{4}}\b|\b(?:in )?{AMOUNT}(?: and {AMOUNT})?(?: ago)?"
    r"|\b[0-9a-f]{4}(?:[0-9a-f ]{8,60})?\b|https?://\S+|\{\w+\}|\S*Rev\.\d+|\bR\d+/[A-Z0-9/]+"
)
"""Moments and durations in English, hashes, addresses, what script fills in, symbols, register numbers."""
CODED = re.compile(r"^[a-z]+(?:[_.:-][a-z]+)*$")
"""A word of the program's own, such as a state: it is never to be seen."""
FREE = {"beneficiary", "action", "tags"}
"""Where people write single words as well."""
OWN_WORDS = {"zero draft"}
"""Words that the program writes into the database and puts into words again."""
SAME_EVERYWHERE = {"Concord", "JSON", "CSV", "SHA-256", "UTC", "shall", "should", "may"}
"""The last three are quoted from a text whose strength changed."""
LONG = 9
"""Several words that stand so, one after the other, in the database are no coincidence."""
SIGNS = " \u00a0,;:.·()“”«»!?[]–—"
FIGURES = "P.0123456789"
"""Numbers of provisions, the preamble's as well."""


@dataclass(frozen=True)
class Data:
    """The strings of the database: whole ones, and all of them in one string to look for pieces."""

    whole: frozenset[str]
    everything: str

    def explains(self, words: str, quoted: bool) -> bool:
        """Whether these words are data; those of a text block may be a piece of it."""
        plain = " ".join(words.split())
        return any(self._holds(plain.strip(ends), quoted) for ends in ("", SIGNS, SIGNS + FIGURES))

    def _holds(self, plain: str, quoted: bool) -> bool:
        if plain in self.whole or plain[:1].lower() + plain[1:] in self.whole:
            return True
        a_piece = quoted or (len(plain) >= LONG and " " in plain)
        return a_piece and plain.strip("… ") in self.everything


def data_of(session: Session, mails: Path) -> Data:
    """Everything that stands in the database, the program's own words left out; and the mails that went out."""
    found = {(name, " ".join(text.split())) for name, text in _texts(session)}
    whole = {text for name, text in found if name in FREE or not CODED.match(text)} - OWN_WORDS
    everything = {text for _name, text in found} | {" ".join(text.split()) for text in _mails(mails)}
    return Data(frozenset(whole | _places() | _languages() | SAME_EVERYWHERE), "\n".join(everything))


def bypassing(said: Said, data: Data) -> list[str]:
    """The pieces that neither came through gettext nor are data."""
    if data.explains(said.words, said.quoted):
        return []
    divided = (piece for whole in outside(said.words) for piece in whole.split(" · ") if speaks(piece))
    pieces = (piece for piece in divided if not data.explains(piece, said.quoted))
    return [part for piece in pieces for part in parts(piece) if not data.explains(part, said.quoted)]


def outside(words: str) -> list[str]:
    """The pieces between what came through gettext, and between moments and the like."""
    without = NEITHER.sub("\x00", words)
    return [piece for piece in re.split(f"[\x00{OPENS}{CLOSES}Ａ-Ｚａ-ｚ]+", without) if speaks(piece)]


def parts(piece: str) -> list[str]:
    """A piece divided at its punctuation."""
    divided = re.split(r"\n|(?<=[,;:.)])\s|\s[·(–—]\s?", piece)
    return [part.strip(SIGNS) for part in divided if speaks(part)]


def speaks(piece: str) -> bool:
    return re.search(r"[A-Za-z]", piece.strip(SIGNS + FIGURES)) is not None


def _texts(session: Session) -> Iterator[tuple[str, str]]:
    for table in Base.metadata.sorted_tables:
        names = list(table.columns.keys())
        for row in session.execute(select(table)):
            for name, value in zip(names, row, strict=True):
                yield from _leaves(name, value)


def _leaves(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        inner = _read(value)
        if inner is None:
            yield name, value
        else:
            yield from _leaves(name, inner)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(key, one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _leaves(name, one)


def _read(value: str) -> object:
    """What a document holds; None where it is plain text."""
    try:
        return json.loads(value) if value[:1] in ("{", "[") else None
    except ValueError:
        return None


def _mails(folder: Path) -> Iterator[str]:
    for name in mailbox.names(folder):
        mail = mailbox.mail(folder, name)
        yield from (mail.heading.subject, mail.sender, mail.text)


def _places() -> set[str]:
    zones = [zone.replace("_", " ") for zone in available_timezones()]
    return {place for zone in zones for place in (zone, zone.replace(" ", "_"), zone.rsplit("/", 1)[-1])}


def _languages() -> set[str]:
    return {
        Locale(code).get_display_name() or code for code in ("ar", "en", "es", "fr", "ru", "zh", "fil", "pt")
    }
