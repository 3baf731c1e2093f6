"""Opening one page of each kind, and sending each form of it, as somebody."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException

LINK = re.compile(r'href="([^"]*)"')
STARTS = ("/", "/inbox", "/initiatives", "/who-is-told-what", "/i/mac/", "/p/", "/forgot", "/nowhere")
LEFT_OUT = ("/static/", "/health/")
OF_A_KIND = 3
"""How many pages of one kind are opened."""

Page = tuple[str, str]
"""An address and what it answered."""


def visit(app: Flask, client: FlaskClient, more: Sequence[str] = ()) -> Iterator[Page]:
    """Some pages of each kind that can be reached, and some of each kind that others are given."""
    seen: Counter[str] = Counter()
    known: set[str] = set()
    waiting = [*reversed(more), *STARTS]
    while waiting:
        address = waiting.pop()
        if address in known or address.startswith(LEFT_OUT):
            continue
        known.add(address)
        kind = kind_of(app, address)
        seen[kind] += 1
        if seen[kind] > OF_A_KIND:
            continue
        answer = client.get(address)
        if "Location" in answer.headers:
            waiting.append(local(address, answer.headers["Location"]))
        elif answer.mimetype == "text/html":
            yield address, answer.text
            waiting += [local(address, link) for link in LINK.findall(answer.text) if is_here(link)]


def kind_of(app: Flask, address: str) -> str:
    """The endpoint and what is asked of it."""
    parts = urlsplit(address)
    try:
        endpoint, _values = app.url_map.bind("localhost").match(parts.path, method="GET")
    except HTTPException:
        endpoint = "nowhere"
    return f"{endpoint}?{'&'.join(sorted(parse_qs(parts.query)))}"


def is_here(link: str) -> bool:
    parts = urlsplit(html.unescape(link))
    return parts.netloc in ("", "localhost") and parts.scheme in ("", "http") and not link.startswith("#")


def local(address: str, link: str) -> str:
    parts = urlsplit(urljoin(address, urldefrag(html.unescape(link)).url))
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
