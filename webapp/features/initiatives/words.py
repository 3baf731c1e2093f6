"""The fixed words of a mandate, as pages say them."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages import Words

SCOPE_WORDS: Mapping[str, Words] = {
    "conflict": _l("armed conflict"),
    "natural_disaster": _l("natural disaster"),
}

PHASE_WORDS: Mapping[str, Words] = {
    "preparedness": _l("preparedness"),
    "emergency_response": _l("emergency response"),
    "post_crisis": _l("post-crisis"),
}


def scope_words(name: str) -> str:
    """A kind of crisis in words."""
    return str(SCOPE_WORDS.get(name, name))


def phase_words(name: str) -> str:
    """A phase of a crisis in words."""
    return str(PHASE_WORDS.get(name, name))
