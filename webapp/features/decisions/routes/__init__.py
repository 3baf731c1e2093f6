"""Pages of decisions."""

from webapp.features.decisions.routes import chairs, decisions, downloads, positions, proposing
from webapp.features.decisions.routes.blueprint import blueprint

__all__ = ["blueprint", "chairs", "decisions", "downloads", "positions", "proposing"]
