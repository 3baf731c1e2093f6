"""Pages on which people come in and go out, and on which they look after their own account."""

from webapp.features.people.routes import appearance, entering, links, me
from webapp.features.people.routes.blueprint import blueprint

__all__ = ["appearance", "blueprint", "entering", "links", "me"]
