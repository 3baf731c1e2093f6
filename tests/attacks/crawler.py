"""Opening every page: by following links, and by trying addresses that somebody else was given."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urldefrag, urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.base.kernel.db import Base

LINK = re.compile(r'href="([^"]*)"')
SEARCHES = ("/search", "/i/mac/search", "/p/mac/search")
STARTS = (
    *("/", "/inbox", "/initiatives", "/who-is-told-what", "/i/mac/"),
    *(f"{page}?q=say" for page in SEARCHES),
)
LEFT_OUT = ("/static/", "/demo/", "/sign-out", "/health/")
MOST_PAGES = 600
"""More addresses than this means that the crawler goes in circles."""

Pages = dict[str, str]
"""What each address answered."""


def follow_links(client: FlaskClient, starts: Sequence[str] = STARTS) -> Pages:
    """Every page that can be reached from the first ones."""
    pages: Pages = {}
    waiting = list(starts)
    while waiting:
        address = waiting.pop()
        if address in pages or address.startswith(LEFT_OUT):
            continue
        answer = client.get(address)
        pages[address] = answer.text
        assert len(pages) < MOST_PAGES, address
        found = [answer.headers["Location"]] if "Location" in answer.headers else LINK.findall(answer.text)
        waiting.extend(_local(address, link) for link in found if _is_here(html.unescape(link)))
    return pages


def open_each(client: FlaskClient, addresses: Sequence[str]) -> Pages:
    """What each of the addresses answers."""
    return {address: client.get(address).text for address in addresses}


def addresses_of_everything(app: Flask, session: Session, slug: str, method: str = "GET") -> set[str]:
    """Every address about something that stands in the database, whether or not anybody links to it."""
    known = {**_identifiers(session), "slug": [slug], "initiative_slug": [slug]}
    return set(_filled(app, known, method))


def _filled(app: Flask, known: Mapping[str, Sequence[str]], method: str) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        if method not in (rule.methods or ()) or rule.rule.startswith(LEFT_OUT):
            continue
        wanted = re.findall(r"<(?:\w+:)?(\w+)>", rule.rule)
        if any(name not in known for name in wanted):
            continue
        for values in itertools.product(*(known[name] for name in wanted)):
            address = rule.rule
            for value in values:
                address = re.sub(r"<[^>]+>", value, address, count=1)
            yield address


def _identifiers(session: Session) -> dict[str, list[str]]:
    """By the name that an address has for it."""
    tables = {
        "round_id": "review_round",
        "comment_id": "comment",
        "draft_id": "draft_comment",
        "decision_id": "decision",
        "instrument_id": "instrument",
        "element_id": "element",
        "provision_id": "provision",
        "revision_id": "revision",
        "delegation_id": "delegation",
        "invitation_id": "invitation",
        "delivery_id": "delivery",
        "seat_id": "seat",
        "office_id": "office",
        "bearer_id": "bearer",
        "theme_id": "theme",
        "person_id": "person",
        "passkey_id": "passkey",
        "session_id": "sign_in_session",
        "change_id": "address_change",
    }
    every = Base.metadata.tables
    found = {name: list(session.scalars(select(every[table].c.id))) for name, table in tables.items()}
    return {**found, "number": ["1", "2"], "ordinal": ["0", "1"]}


def _is_here(link: str) -> bool:
    parts = urlsplit(link)
    return parts.netloc in ("", "localhost") and parts.scheme in ("", "http") and not link.startswith("#")


def _local(address: str, link: str) -> str:
    parts = urlsplit(urljoin(address, urldefrag(html.unescape(link)).url))
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
