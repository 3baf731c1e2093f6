"""Pages on which people come in and go out, and on which they look after their own account."""

from webapp.features.people.routes import (
    addresses,
    appearance,
    entering,
    factors,
    language,
    links,
    me,
    proving,
    recovery,
    second_factor,
    security,
)
from webapp.features.people.routes.blueprint import blueprint

__all__ = [
    "addresses",
    "appearance",
    "blueprint",
    "entering",
    "factors",
    "language",
    "links",
    "me",
    "proving",
    "recovery",
    "second_factor",
    "security",
]
