"""The fixed words of a text, as pages say them."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.base.web.messages import Words
from webapp.features.instruments.rules.enums import ElementKind, ProvisionKind, Strength
from webapp.features.instruments.rules.revision_diff import ProvisionField

ELEMENT_KINDS: Mapping[str, Words] = {
    ElementKind.PREAMBLE: _l("Preamble"),
    ElementKind.DEFINITION: _l("Definitions"),
    ElementKind.SCOPE: _l("Scope"),
    ElementKind.PRINCIPLE: _l("Principle"),
    ElementKind.GUIDELINE: _l("Guideline"),
    ElementKind.PRACTICE: _l("Practice"),
    ElementKind.ANNEX: _l("Annex"),
}

PROVISION_KINDS: Mapping[str, Words] = {
    ProvisionKind.TEXT: _l("text"),
    ProvisionKind.RESPONSIBILITY: _l("responsibility"),
}

STRENGTHS: Mapping[str, Words] = {
    Strength.SHALL: _l("shall"),
    Strength.SHOULD: _l("should"),
    Strength.MAY: _l("may"),
}

FIELDS: Mapping[str, Words] = {
    ProvisionField.KIND: _l("Kind"),
    ProvisionField.LANGUAGE: _l("Language"),
    ProvisionField.BEARERS: _l("Bearers"),
    ProvisionField.LEAD: _l("Who leads"),
    ProvisionField.BENEFICIARY: _l("Beneficiary"),
    ProvisionField.ACTION: _l("Action"),
    ProvisionField.THEME: _l("Theme"),
    ProvisionField.PHASES: _l("Phases"),
    ProvisionField.STRENGTH: _l("Strength"),
}

LANGUAGES: Mapping[str, Words] = {
    "ar": _l("Arabic"),
    "zh": _l("Chinese"),
    "en": _l("English"),
    "fr": _l("French"),
    "ru": _l("Russian"),
    "es": _l("Spanish"),
}
"""The languages in which an instrument may be drafted: the six of the United Nations."""


def element_kind_words(name: str) -> str:
    """The kind of an element in words."""
    return str(ELEMENT_KINDS.get(name, name))


def strength_word(name: str | None) -> str:
    """How strongly a provision binds, in a word."""
    return str(STRENGTHS.get(name or "", name or ""))


def field_words(name: str) -> str:
    """The name of a provision's field."""
    return str(FIELDS.get(name, name))


def language_words(code: str) -> str:
    """The name of a language in which an instrument is drafted."""
    return str(LANGUAGES.get(code, code))


def revision_words(label: str) -> str:
    """A revision in a sentence: “the zero draft”, “Rev.1”."""
    return str(_("the zero draft")) if label == "zero draft" else label


def revision_label(label: str) -> str:
    """A revision by itself, as in a list: “zero draft”, “Rev.1”."""
    return str(_("zero draft")) if label == "zero draft" else label
