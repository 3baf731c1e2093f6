"""The matrix of responsibilities as everybody reads it: from a published text and the published mandate alone."""

from __future__ import annotations

from webapp.features.instruments.rules.enums import Phase
from webapp.features.instruments.rules.snapshot import Snapshot
from webapp.features.publishing.queries import PublishedMandate
from webapp.features.responsibilities.rules import PHASES, Bearer, Matrix, Theme, matrix

__all__ = ["PHASES", "matrix_of"]


def matrix_of(text: Snapshot, mandate: PublishedMandate | None) -> Matrix:
    """The matrix of a text. Without a published mandate there is no list against which something could be missed."""
    named = {bearer.id: bearer for provision in text.provisions for bearer in provision.bearers}
    bearers = [Bearer(one.id, one.name, one.constituency) for one in named.values()]
    themes = mandate.themes if mandate else ()
    listed = [Theme(theme.name, frozenset(Phase(phase) for phase in theme.phases)) for theme in themes]
    return matrix(text, bearers, listed)
