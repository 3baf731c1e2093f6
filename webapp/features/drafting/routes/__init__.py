"""Pages of the rolling text and of issuing it."""

from webapp.features.drafting.routes import elements, issuing, proposals, provisions, text
from webapp.features.drafting.routes.blueprint import blueprint

__all__ = ["blueprint", "elements", "issuing", "proposals", "provisions", "text"]
