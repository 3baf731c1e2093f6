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
ADMINISTRATOR = "noor.verhaegen@concord.example"
OBSERVER = "wanjiru.kamau@crisis-insurers.example"
HANDED_IN = "ilvana.dorescu@kestoria.example"
"""Head of a delegation that has handed in during the open round."""
ACTS = "marcus.thibodeaux@usa.example"
"""Head of a delegation that has neither handed in nor taken a position; the page of no other place is theirs."""
ADMINISTRATOR = "noor.verhaegen@concord.example"
NOBODY = ""

ROUND = "SELECT id FROM review_round WHERE number = ?"
COMMENTED = (
    "SELECT {} FROM draft_comment JOIN delegation ON delegation.id = delegation_id"
    " JOIN review_round ON review_round.id = round_id AND review_round.number = 2"
    " WHERE delegation.code = 'MWUF' AND provision_id IS NOT NULL AND words <> '' AND removed_at IS NULL LIMIT 1"
)
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
    Place("password-forgotten", NOBODY, "/password/forgotten"),
    Place("password-dead-link", NOBODY, "/password/used", 410),
    Place("invitation-dead-link", NOBODY, "/invitation/used", 410),
    Place("visitor", NOBODY, "/"),
    Place("appearance", NOBODY, "/appearance"),
    Place("me", HEAD, "/me"),
    Place("security", HEAD, "/me/security"),
    Place("authenticator", HEAD, "/me/security/authenticator"),
    Place("new-passkey", HEAD, "/me/security/passkeys/new"),
    Place("change-password", HEAD, "/me/security/password"),
    Place("change-address", HEAD, "/me/security/address"),
    Place("change-delivery", HEAD, "/me/security/delivery"),
    Place("remove-authenticator", HEAD, "/me/security/authenticator/remove"),
    Place("prove", HEAD, "/me/prove"),
    Place("help-back-in", SECRETARIAT, "/i/mac/people/{person}/recovery"),
    Place("start-recovery", ADMINISTRATOR, "/recoveries/new"),
    Place("address-dead-link", NOBODY, "/address/used", 410),
    Place("address-undone-link", NOBODY, "/address/used/cancel", 410),
    Place("recovery-dead-link", NOBODY, "/recovery/used", 410),
    Place("mailbox", NOBODY, "/demo/mailbox"),
    Place("demo-time", HEAD, "/demo/time"),
    Place("not-found", HEAD, "/i/mac/nowhere", 404),
    Place("start-head", HEAD, "/"),
    Place("start-co-chair", CO_CHAIR, "/"),
    Place("start-secretariat", SECRETARIAT, "/"),
    Place("start-observer", OBSERVER, "/"),
    Place("start-administrator", ADMINISTRATOR, "/"),
    Place("changes", HEAD, "/changes"),
    Place("changes-week", CO_CHAIR, "/changes?since=week"),
    Place("changes-none", ADMINISTRATOR, "/changes"),
    Place("initiatives", ADMINISTRATOR, "/initiatives"),
    Place("begin-initiative", ADMINISTRATOR, "/initiatives/new"),
    Place("first-officer", ADMINISTRATOR, "/initiatives/mac/officer"),
    Place("inbox", HEAD, "/inbox"),
    Place("overview", HEAD, "/i/mac/"),
    Place("mandate", SECRETARIAT, "/i/mac/mandate"),
    Place("procedure", SECRETARIAT, "/i/mac/procedure"),
    Place("lists", SECRETARIAT, "/i/mac/lists"),
    Place("bearer", SECRETARIAT, "/i/mac/bearers/{bearer}"),
    Place("theme", SECRETARIAT, "/i/mac/themes/{theme}"),
    Place("people", SECRETARIAT, "/i/mac/people"),
    Place("invite", HEAD, "/i/mac/people/{delegation}/invite"),
    Place("accredit", SECRETARIAT, "/i/mac/people/accredit"),
    Place("focal-point", HEAD, "/i/mac/people/focal-point"),
    Place("appoint", SECRETARIAT, "/i/mac/people/offices"),
    Place("end-office", SECRETARIAT, "/i/mac/people/offices/{office}/end"),
    Place("end-seat", SECRETARIAT, "/i/mac/people/seats/{seat}/end"),
    Place("undelivered", SECRETARIAT, "/i/mac/undelivered"),
    Place("who-is-told-what", SECRETARIAT, "/who-is-told-what"),
    Place("people-table", SECRETARIAT, "/i/mac/people/table"),
    Place("keys", HEAD, "/keys"),
    Place("go", HEAD, "/i/mac/go"),
    Place("go-several", HEAD, "/i/mac/go?to=a"),
    Place("go-nothing", HEAD, "/i/mac/go?to=9.9"),
    Place("text", HEAD, "/i/mac/text/1"),
    Place("text-opened", HEAD, "/i/mac/text/1?open={commented}"),
    Place("text-clean", HEAD, "/i/mac/text/1?view=clean"),
    Place("text-changes", HEAD, "/i/mac/text/1?view=changes&open={commented}"),
    Place("text-superseded", OBSERVER, "/i/mac/text/0?open={arabic}"),
    Place("compare-inline", HEAD, "/i/mac/compare?from=0&to=1"),
    Place("compare-side", HEAD, "/i/mac/compare?from=0&to=1&view=side"),
    Place("rolling-text", CO_CHAIR, "/i/mac/draft/{instrument}"),
    Place("begin-text", CO_CHAIR, "/i/mac/draft/begin"),
    Place("title-of-text", CO_CHAIR, "/i/mac/draft/{instrument}/title"),
    Place("add-element", CO_CHAIR, "/i/mac/draft/{instrument}/elements/add"),
    Place("element", CO_CHAIR, "/i/mac/draft/{instrument}/elements/{element}"),
    Place("remove-element", CO_CHAIR, "/i/mac/draft/{instrument}/elements/{element}/remove"),
    Place("add-provision", CO_CHAIR, "/i/mac/draft/{instrument}/elements/{element}/provisions/add"),
    Place("provision", CO_CHAIR, "/i/mac/draft/{instrument}/provisions/{provision}"),
    Place("remove-provision", CO_CHAIR, "/i/mac/draft/{instrument}/provisions/{provision}/remove"),
    Place("propose-revision", CO_CHAIR, "/i/mac/draft/{instrument}/issue"),
    Place("rounds", HEAD, "/i/mac/rounds"),
    Place("plan-round", SECRETARIAT, "/i/mac/rounds/plan"),
    Place("round-open", HEAD, "/i/mac/rounds/{open_round}"),
    Place("round-concluded", HEAD, "/i/mac/rounds/{concluded_round}"),
    Place("round-desk", SECRETARIAT, "/i/mac/rounds/{concluded_round}"),
    Place("round-comments", SECRETARIAT, "/i/mac/rounds/{concluded_round}/comments"),
    Place("round-without-names", SECRETARIAT, "/i/mac/rounds/{unnamed_round}"),
    Place("round-without-names-comments", HEAD, "/i/mac/rounds/{unnamed_round}/comments"),
    Place("comment-own-without-names", HEAD, "/i/mac/comments/{own_unnamed}"),
    Place("who-may-do-what", OBSERVER, "/i/mac/who-may-do-what"),
    Place("conclude", SECRETARIAT, "/i/mac/rounds/{concluded_round}/conclude"),
    Place("delegation-contribution", HEAD, "/i/mac/rounds/{concluded_round}/contributions/{delegation}"),
    Place("comment", HEAD, "/i/mac/comments/{comment}"),
    Place("contribution", HEAD, "/i/mac/rounds/{open_round}/contribution"),
    Place("add-comment", HEAD, "/i/mac/rounds/{open_round}/contribution/add"),
    Place("edit-comment", HEAD, "/i/mac/drafts/{draft}"),
    Place("remove-comment", HEAD, "/i/mac/drafts/{draft}/remove"),
    Place("hand-in", HEAD, "/i/mac/rounds/{open_round}/contribution/hand-in"),
    Place("receipt", HANDED_IN, "/i/mac/rounds/{open_round}/contribution/versions/1"),
    Place("decisions", HEAD, "/i/mac/decisions"),
    Place("call-head", HEAD, "/i/mac/decisions/{call}"),
    Place("call-co-chair", CO_CHAIR, "/i/mac/decisions/{call}"),
    Place("silence-head", HEAD, "/i/mac/decisions/{silence}"),
    Place("silence-secretariat", SECRETARIAT, "/i/mac/decisions/{silence}"),
    Place("decision-closed", HEAD, "/i/mac/decisions/{closed}"),
    Place("decision-closed-observer", OBSERVER, "/i/mac/decisions/{closed}"),
    Place("propose-decision", CO_CHAIR, "/i/mac/decisions/propose"),
    *(
        Place(f"{act}-decision", CO_CHAIR, f"/i/mac/decisions/{{call}}/{act}")
        for act in ("announce", "confirm", "declare-agreed", "decline", "extend", "pending", "withdraw")
    ),
    Place("matrix", HEAD, "/i/mac/responsibilities"),
    Place("matrix-themes", CO_CHAIR, "/i/mac/responsibilities?rows=themes&revision=0"),
    Place("matrix-ours", HEAD, "/i/mac/responsibilities/ours"),
    Place("journal", HEAD, "/i/mac/journal"),
    Place("published", CO_CHAIR, "/i/mac/published"),
    Place("publish-revision", CO_CHAIR, "/i/mac/publish/revision/{revision}"),
    Place("publish-outcome", CO_CHAIR, "/i/mac/publish/outcome/{closed}"),
    Place("publish-mandate", CO_CHAIR, "/i/mac/publish/mandate"),
    Place("search", HEAD, "/i/mac/search"),
    Place("search-found", HEAD, "/i/mac/search?q=passport"),
    Place("search-arabic", OBSERVER, "/i/mac/search?q=وثيقة"),
    Place("search-comments", SECRETARIAT, "/i/mac/search?q=employ&kind=comment"),
    Place("search-nothing", HEAD, "/i/mac/search?q=zeppelin"),
    Place("search-fault", HEAD, "/i/mac/search?q=...", 422),
    Place("search-everywhere", CO_CHAIR, "/search?q=warn"),
    Place("public", NOBODY, "/p/"),
    Place("public-initiative", NOBODY, "/p/mac/"),
    Place("public-text", NOBODY, "/p/mac/text/1"),
    Place("public-compare", NOBODY, "/p/mac/compare?view=side"),
    Place("public-decision", NOBODY, "/p/mac/decisions/1"),
    Place("public-search", NOBODY, "/p/mac/search?q=passport"),
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
        "instrument": one("SELECT id FROM instrument ORDER BY created_at"),
        "unnamed_round": one(ROUND, 3),
        "own_unnamed": one(
            "SELECT comment.id FROM comment JOIN delegation ON delegation.id = delegation_id"
            " WHERE delegation.code = 'MWUF' AND public_number IS NOT NULL AND provision_id IS NOT NULL"
        ),
        "open_round": one(ROUND, 2),
        "concluded_round": one(ROUND, 1),
        "call": one(DECISION, "call", "open"),
        "silence": one(DECISION, "silence", "open"),
        "closed": one(DECISION, "call", "closed"),
        "arabic": one("SELECT provision_id FROM comment WHERE language = 'ar'"),
        "commented": one(COMMENTED.format("provision_id")),
        "draft": one(COMMENTED.format("draft_comment.id")),
        "comment": one("SELECT id FROM comment ORDER BY register_number LIMIT 1"),
        "delegation": one("SELECT id FROM delegation WHERE code = 'MWUF'"),
        "office": one("SELECT id FROM office ORDER BY began_at LIMIT 1"),
        "seat": one("SELECT id FROM seat WHERE role = 'delegate' ORDER BY began_at LIMIT 1"),
        "person": one("SELECT person_id FROM seat WHERE role = 'delegate' ORDER BY began_at LIMIT 1"),
        "bearer": one("SELECT id FROM bearer ORDER BY position LIMIT 1"),
        "theme": one("SELECT id FROM theme ORDER BY position LIMIT 1"),
        "element": one(
            "SELECT element.id FROM element JOIN instrument ON instrument.id = instrument_id"
            " WHERE kind = 'principle' ORDER BY instrument.created_at, position LIMIT 1"
        ),
        "provision": one("SELECT provision_id FROM revision_provision WHERE number = '3.2' LIMIT 1"),
        "revision": one("SELECT id FROM revision WHERE ordinal = 1"),
    }
