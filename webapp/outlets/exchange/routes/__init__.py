"""Tables in and out."""

from webapp.outlets.exchange.routes import comments, participants
from webapp.outlets.exchange.routes.blueprint import blueprint

__all__ = ["blueprint", "comments", "participants"]
