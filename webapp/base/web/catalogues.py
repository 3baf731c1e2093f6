"""The sentences of each language, found for every sentence of a page with one look at the reader's locale."""

from __future__ import annotations

from babel import Locale
from babel.support import NullTranslations, Translations
from flask import Flask
from flask_babel import Babel, Domain, get_locale

KEY = "concord.catalogues"


class Catalogues(Domain):  # type: ignore[misc]
    """Every catalogue, loaded once. Flask-Babel's own spells the locale out anew for each sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._of: dict[Locale, Translations] = {}

    def get_translations(self) -> NullTranslations:
        """The catalogue of the present locale."""
        locale = get_locale()
        found = self._of.get(locale) if locale else None
        if found is None:
            found = super().get_translations()
            if locale:
                self._of[locale] = found
        return found

    def forget(self) -> None:
        """Load every catalogue anew when it is next asked for."""
        self.cache.clear()
        self._of.clear()


def init_app(app: Flask, babel: Babel) -> None:
    """Let everything that is said come from the catalogues; call after Babel is wired."""
    kept = babel.domain_instance = app.extensions[KEY] = Catalogues()
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda words: kept.get_translations().ugettext(words),
        ngettext=lambda one, several, count: kept.get_translations().ungettext(one, several, count),
        pgettext=lambda context, words: kept.get_translations().upgettext(context, words),
        npgettext=lambda context, one, several, count: kept.get_translations().unpgettext(
            context, one, several, count
        ),
        newstyle=True,
    )
