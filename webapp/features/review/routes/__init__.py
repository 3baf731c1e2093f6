"""Pages of review rounds."""

from webapp.features.review.routes import answers, drafts, handing_in, rounds
from webapp.features.review.routes.blueprint import blueprint

__all__ = ["answers", "blueprint", "drafts", "handing_in", "rounds"]
