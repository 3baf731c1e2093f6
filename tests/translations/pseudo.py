"""A made-up language: every sentence that went through gettext is written in wide letters, between brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog
from flask import Flask
from flask_babel import get_babel

from deploy import catalogues
from webapp.base.web.catalogues import KEY as CATALOGUES
from webapp.base.web.catalogues import Catalogues
from webapp.base.web.language import KEY as LANGUAGES
from webapp.base.web.language import SOURCE

OPENS, CLOSES = "⟦", "⟧"
WIDE = {
    code: code - ord("!") + ord("！")
    for code in (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))
}
KEPT = re.compile(r"(%\(\w+\)[sd]|%%|\{\w+\})")


def in_pseudo(sentence: str) -> str:
    """The sentence in the made-up language; placeholders stay, and so do blanks at its ends."""
    said = "".join(part if KEPT.fullmatch(part) else part.translate(WIDE) for part in KEPT.split(sentence))
    inner = said.strip(" ")
    return said.replace(inner, f"{OPENS}{inner}{CLOSES}", 1) if inner else said


def pseudo_catalog() -> Catalog:
    """Every sentence of the sources in the made-up language, as if it were English."""
    catalog = catalogues.Words(locale=SOURCE, fuzzy=False)
    for _place, message in catalogues.sentences():
        plural = isinstance(message.id, tuple)
        words = tuple(map(in_pseudo, message.id)) if plural else in_pseudo(str(message.id))
        catalog.add(message.id, words, context=message.context)
    return catalog


@contextmanager
def speaking_pseudo(app: Flask, folder: Path) -> Iterator[None]:
    """Within it, the application knows one language: the made-up one, with the dates and numbers of English."""
    path = folder / SOURCE / "LC_MESSAGES" / "messages.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(catalogues.compiled(pseudo_catalog()))
    with app.app_context():
        babel = get_babel()
    before, shipped = babel.translation_directories, app.extensions[LANGUAGES]
    # The sentences of templates come from the application's own catalogues, all others from Babel's last ones.
    kept: tuple[Catalogues, ...] = (app.extensions[CATALOGUES], babel.instance.domain_instance)
    try:
        babel.translation_directories, app.extensions[LANGUAGES] = [str(folder)], (SOURCE,)
        forget(kept)
        yield
    finally:
        babel.translation_directories, app.extensions[LANGUAGES] = before, shipped
        forget(kept)


def forget(kept: tuple[Catalogues, ...]) -> None:
    for one in kept:
        one.forget()
