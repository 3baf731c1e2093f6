"""Pages on who takes part."""

from webapp.features.participants.routes import delegations, entering, helping, offices, seats
from webapp.features.participants.routes.blueprint import blueprint

__all__ = ["blueprint", "delegations", "entering", "helping", "offices", "seats"]
