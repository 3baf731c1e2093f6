"""The main pages of the demo, each with the role that matters on it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

HEAD = "ines.okafor@workers-union.example"
CO_CHAIR = "tala.reyes@philippines.example"
SECRETARIAT = "leilani.faumuina@iom.example"
OBSERVER = "wanjiru.kamau@crisis-insurers.example"
HANDED_IN = "ilvana.dorescu@kestoria.example"
"""Head of a delegation that has handed in during the open round."""
ACTS = "marcus.thibodeaux@usa.example"
"""Head of a delegation that has neither handed in nor taken a position; the page of no other place is theirs."""
NOBODY = ""

ROUND = "SELECT id FROM review_round WHERE number = ?"
PROVISION = "SELECT provision_id FROM revision_provision WHERE text LIKE ? LIMIT 1"
DECISION = "SELECT id FROM decision WHERE kind = ? AND state = ?"


@dataclass(frozen=True)
class Place:
    """A page: its name, who looks at it, and its address, in which `{...}` stands for what the demo made."""

    name: str
    who: str
    address: str
    status: int = 200

    def path(self, made: Mapping[str, str]) -> str:
        """The address with what the demo made."""
        return re.sub(r"\{(\w+)\}", lambda found: made[found[1]], self.address)


PLACES = (
    Place("sign-in", NOBODY, "/sign-in"),
    Place("visitor", NOBODY, "/"),
    Place("appearance", NOBODY, "/appearance"),
    Place("me", HEAD, "/me"),
    Place("security", HEAD, "/me/security"),
    Place("authenticator", HEAD, "/me/security/authenticator"),
    Place("new-passkey", HEAD, "/me/security/passkeys/new"),
    Place("change-password", HEAD, "/me/security/password"),
    Place("change-address", HEAD, "/me/security/address"),
    Place("prove", HEAD, "/me/prove"),
    Place("not-found", HEAD, "/i/mac/nowhere", 404),
    Place("start-head", HEAD, "/"),
    Place("start-co-chair", CO_CHAIR, "/"),
    Place("start-secretariat", SECRETARIAT, "/"),
    Place("start-observer", OBSERVER, "/"),
    Place("inbox", HEAD, "/inbox"),
    Place("overview", HEAD, "/i/mac/"),
    Place("people", SECRETARIAT, "/i/mac/people"),
    Place("text", HEAD, "/i/mac/text/1"),
    Place("text-opened", HEAD, "/i/mac/text/1?open={commented}"),
    Place("text-superseded", OBSERVER, "/i/mac/text/0?open={arabic}"),
    Place("compare-inline", HEAD, "/i/mac/compare?from=0&to=1"),
    Place("compare-side", HEAD, "/i/mac/compare?from=0&to=1&view=side"),
    Place("rolling-text", CO_CHAIR, "/i/mac/draft/{instrument}"),
    Place("propose-revision", CO_CHAIR, "/i/mac/draft/{instrument}/issue"),
    Place("rounds", HEAD, "/i/mac/rounds"),
    Place("round-open", HEAD, "/i/mac/rounds/{open_round}"),
    Place("round-concluded", HEAD, "/i/mac/rounds/{concluded_round}"),
    Place("round-desk", SECRETARIAT, "/i/mac/rounds/{concluded_round}"),
    Place("round-comments", SECRETARIAT, "/i/mac/rounds/{concluded_round}/comments"),
    Place("contribution", HEAD, "/i/mac/rounds/{open_round}/contribution"),
    Place("receipt", HANDED_IN, "/i/mac/rounds/{open_round}/contribution/versions/1"),
    Place("decisions", HEAD, "/i/mac/decisions"),
    Place("call-head", HEAD, "/i/mac/decisions/{call}"),
    Place("call-co-chair", CO_CHAIR, "/i/mac/decisions/{call}"),
    Place("silence-head", HEAD, "/i/mac/decisions/{silence}"),
    Place("silence-secretariat", SECRETARIAT, "/i/mac/decisions/{silence}"),
    Place("decision-closed", HEAD, "/i/mac/decisions/{closed}"),
    Place("decision-closed-observer", OBSERVER, "/i/mac/decisions/{closed}"),
    Place("propose-decision", CO_CHAIR, "/i/mac/decisions/propose"),
    Place("matrix", HEAD, "/i/mac/responsibilities"),
    Place("matrix-themes", CO_CHAIR, "/i/mac/responsibilities?rows=themes&revision=0"),
    Place("matrix-ours", HEAD, "/i/mac/responsibilities/ours"),
    Place("journal", HEAD, "/i/mac/journal"),
    Place("published", CO_CHAIR, "/i/mac/published"),
    Place("publish-mandate", CO_CHAIR, "/i/mac/publish/mandate"),
    Place("public", NOBODY, "/p/"),
    Place("public-initiative", NOBODY, "/p/mac/"),
    Place("public-text", NOBODY, "/p/mac/text/1"),
    Place("public-compare", NOBODY, "/p/mac/compare?view=side"),
    Place("public-decision", NOBODY, "/p/mac/decisions/1"),
    Place("public-matrix", NOBODY, "/p/mac/text/1/responsibilities"),
)


def made_by_the_demo(database: Path) -> dict[str, str]:
    """The identifiers that the addresses need, read from the demo's SQLite file."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:

        def one(query: str, *values: object) -> str:
            return str(connection.execute(query, values).fetchone()[0])

        return _identifiers(one)


def _identifiers(one: Callable[..., str]) -> dict[str, str]:
    return {
        "instrument": one("SELECT id FROM instrument"),
        "open_round": one(ROUND, 2),
        "concluded_round": one(ROUND, 1),
        "call": one(DECISION, "call", "open"),
        "silence": one(DECISION, "silence", "open"),
        "closed": one(DECISION, "call", "closed"),
        "arabic": one("SELECT provision_id FROM comment WHERE language = 'ar'"),
        "commented": one(
            "SELECT provision_id FROM draft_comment JOIN delegation ON delegation.id = delegation_id"
            " WHERE delegation.code = 'MWUF' AND provision_id IS NOT NULL AND words <> '' LIMIT 1"
        ),
    }
