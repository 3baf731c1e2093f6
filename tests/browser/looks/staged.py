"""What the demo does not show by itself: acts under way, links in mails. `make looks` plays them in its own instance."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from tests.browser.places import CO_CHAIR, HEAD, NOBODY, Place
from tests.support.processes import Installation
from tests.support.visitor import OverHttp, Visitor
from webapp.base.kernel.links import sign_link
from webapp.demo import mailbox
from webapp.demo.accounts import PASSWORD
from webapp.features.participants.rules import LINK_PURPOSE as INVITATION
from webapp.features.people.rules import LINK_PURPOSE as ONE_TIME

OTHER_CO_CHAIR = "denise.whitfield@usa.example"
INVITED = "leonor.quispe@workers-union.example"

STAGED = (
    Place("mail", NOBODY, "/demo/mailbox/{mail}"),
    Place("invitation", NOBODY, "/invitation/{invitation}"),
    Place("set-password", NOBODY, "/password/{password}"),
    Place("issue-proposed", OTHER_CO_CHAIR, "/i/mac/draft/proposed/{proposed}"),
    Place("act-proposed", OTHER_CO_CHAIR, "/i/mac/decisions/{call}/pending"),
    Place("confirm-decision-proposed", OTHER_CO_CHAIR, "/i/mac/decisions/{proposed_decision}/confirm"),
    Place("decision-proposed", OTHER_CO_CHAIR, "/i/mac/decisions/{proposed_decision}"),
)


def enter(url: str, who: str) -> Visitor:
    """Somebody of the demo who has signed in."""
    visitor = Visitor(OverHttp(url))
    visitor.go("/sign-in")
    visitor.send("Sign in", {"email": who, "password": PASSWORD})
    return visitor


def play(installation: Installation, database: Path, made: Mapping[str, str]) -> dict[str, str]:
    """Play the acts; returns the identifiers that the addresses of STAGED need."""
    url = installation.url
    _invite(enter(url, HEAD), made["delegation"])
    _ask_for_a_password(url)
    chair = enter(url, CO_CHAIR)
    _propose_a_revision(chair, made)
    _propose_to_withdraw(chair, made["call"])
    _propose_a_decision(chair)
    return _staged(installation, database)


def _invite(head: Visitor, delegation: str) -> None:
    head.go(f"/i/mac/people/{delegation}/invite")
    role = next(
        value for form in head.forms() for value in form.options.get("role", ()) if value == "delegate"
    )
    head.send("Send the invitation", {"name": "Leonor Quispe", "email": INVITED, "role": role})


def _ask_for_a_password(url: str) -> None:
    visitor = Visitor(OverHttp(url))
    visitor.go("/password/forgotten")
    visitor.send("Send", {"email": HEAD})


def _propose_a_revision(chair: Visitor, made: Mapping[str, str]) -> None:
    chair.go(f"/i/mac/draft/{made['instrument']}/provisions/{made['provision']}")
    text = next(form.values["text"][0] for form in chair.forms() if "text" in form.values)
    chair.send("Save", {"text": text.strip().replace("should", "shall", 1), "strength": "shall"})
    chair.go(f"/i/mac/draft/{made['instrument']}/issue")
    flags = [value for form in chair.forms() for value in form.options.get("acknowledged", ())]
    chair.send("Go on", {"acknowledged": flags} if flags else {})
    chair.send("Propose")


def _propose_to_withdraw(chair: Visitor, call: str) -> None:
    chair.go(f"/i/mac/decisions/{call}/withdraw")
    reason = "The co-chairs want to put the two halves of the principle to decision one by one."
    chair.send("Go on", {"reason": reason})
    chair.send("Ask the other co-chair")


def _propose_a_decision(chair: Visitor) -> None:
    later = dt.datetime.now() + dt.timedelta(days=21)
    chair.go("/i/mac/decisions/propose")
    offered = {name: values for form in chair.forms() for name, values in form.options.items()}
    subject = next(value for value in offered["subject"] if value.startswith("element:"))
    fields = {
        "subject": subject,
        "question": "Shall this principle be agreed?",
        "kind": offered["kind"][0],
        "rule_key": offered["rule_key"][0],
        "closes_at": later.strftime("%Y-%m-%dT18:00"),
    }
    chair.send("Look at it once more", fields)
    chair.send("Propose it")


def _staged(installation: Installation, database: Path) -> dict[str, str]:
    settings = installation.settings
    folder = mailbox.folder_of(settings)
    to_head = [name for name in mailbox.names(folder) if HEAD in mailbox.heading(folder, name).to]
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:

        def one(query: str) -> str:
            return str(connection.execute(query).fetchone()[0])

        invited = one("SELECT id FROM invitation WHERE used_at IS NULL ORDER BY created_at DESC LIMIT 1")
        asked = one("SELECT id FROM one_time_link WHERE used_at IS NULL ORDER BY created_at DESC LIMIT 1")
        return {
            "mail": to_head[0],
            "invitation": sign_link(settings.secret_key, INVITATION, invited),
            "password": sign_link(settings.secret_key, ONE_TIME, asked),
            "proposed": one("SELECT id FROM revision WHERE state = 'proposed'"),
            "proposed_decision": one("SELECT id FROM decision WHERE state = 'proposed'"),
        }
