"""`make catalogues`: bring every sentence of the sources into the catalogue of each language, and compile them.

What the sources no longer say goes; what they newly say arrives without words, for somebody to translate. Nothing is
guessed, and nothing volatile is written, so that equal sources and words give equal bytes on every machine.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from config import ROOT

SOURCES = ROOT / "webapp"
TRANSLATIONS = SOURCES / "translations"
METHODS = [("templates/**.html", "jinja2"), ("templates/**.txt", "jinja2"), ("**.py", "python")]
OPTIONS = {"templates/**": {"encoding": "utf-8", "silent": "false"}}
KEYWORDS = {
    "_": None,
    "_l": None,
    "N_": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "lazy_pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "Counted": (1, 2),
}
"""What the sources call to have a sentence translated; `Counted` is the error table's own."""


class Words(Catalog):
    """A catalogue whose head holds only what a reader of the file needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def sentences() -> Iterator[tuple[str, Message]]:
    """Every sentence of the sources, as often as it is said, with the place."""
    found = extract_from_dir(SOURCES, METHODS, OPTIONS, keywords=KEYWORDS)
    for file, line, said, _comments, context in found:
        yield f"{Path('webapp', file)}:{line}", Message(said, context=context)


def languages() -> list[str]:
    """The languages beside English, in which the sentences are written: each has a folder."""
    return sorted(path.parent.name for path in TRANSLATIONS.glob("*/LC_MESSAGES"))


def path_of(language: str) -> Path:
    """The catalogue of a language, for people; the one for the program lies beside it."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"


def read(language: str) -> Catalog:
    """The catalogue of a language as it lies there; an empty one where there is none."""
    path = path_of(language)
    if not path.exists():
        return Words(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def renewed(old: Catalog, language: str) -> Catalog:
    """Exactly the sentences of the sources, each with the words that the old catalogue has for it."""
    new = Words(locale=language, header_comment="", fuzzy=False)
    for _place, message in sentences():
        known = old.get(message.id, message.context)
        words = known.string if known and known.pluralizable == message.pluralizable else None
        new.add(message.id, words, context=message.context)
    return new


def written(catalog: Catalog) -> bytes:
    """The catalogue for people: one line a sentence, by the alphabet."""
    file = io.BytesIO()
    write_po(file, catalog, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    return file.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """The catalogue for the program."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """The sentences that nobody has translated yet."""
    return [str(message.id) for message in catalog if message.id and not is_translated(message)]


def is_translated(message: Message) -> bool:
    """Whether the sentence, in each of its plural forms, has words."""
    words = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(words) and all(words)


def main() -> int:
    """Renew and compile every catalogue; say what still lacks words."""
    for language in languages():
        catalog = renewed(read(language), language)
        path = path_of(language)
        path.write_bytes(written(catalog))
        path.with_suffix(".mo").write_bytes(compiled(catalog))
        lacking = missing(catalog)
        print(f"{language}: {len(catalog)} sentences, {len(lacking)} without words")
        for sentence in lacking:
            print(f"  {sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
