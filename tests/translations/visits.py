"""Opening pages of every kind, and sending each form of theirs, as somebody."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

LINK = re.compile(r'href="([^"]*)"')
STARTS = (
    "/",
    "/inbox",
    "/initiatives",
    "/who-is-told-what",
    "/i/mac/",
    "/p/",
    "/password/forgotten",
    "/nowhere",
)
LEFT_OUT = ("/static/", "/health/")
UNSENT = ("/sign-out", "/demo/", "/language")
OF_A_KIND = 2
"""How many pages of one kind are opened, and how often a form of one kind is sent empty and filled."""
TYPED = "Ωμέγα"
"""What is written into fields: words in no Latin letter, so that nobody takes them for the page's own."""

Page = tuple[str, str]
"""An address and what it answered."""


@dataclass
class Form:
    """A form of a page: where it goes, and what it holds when somebody fills it, or leaves it empty."""

    action: str
    empty: dict[str, str] = field(default_factory=dict)
    filled: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.within: Form | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.within = Form(given.get("action", "")) if given.get("method", "").lower() == "post" else None
            self.forms += [self.within] if self.within else []
        elif self.within is not None:
            self._field(self.within, tag, given)

    def _field(self, form: Form, tag: str, given: dict[str, str]) -> None:
        name, value, kind = given.get("name", ""), given.get("value", ""), given.get("type", "text")
        if tag == "select":
            self.select = name
        elif tag == "option" and self.select and value:
            form.filled.setdefault(self.select, value)
        elif tag == "textarea" and name:
            form.filled[name] = TYPED
        elif tag == "button" and name:
            form.filled.setdefault(name, value)
        elif tag == "input" and name and kind == "hidden":
            form.empty[name] = form.filled[name] = value
        elif tag == "input" and name and kind in ("radio", "checkbox"):
            form.filled.setdefault(name, value)
        elif tag == "input" and name:
            form.filled[name] = value or TYPED

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.within = None
        elif tag == "select":
            self.select = ""


def visit(app: Flask, client: FlaskClient) -> Iterator[Page]:
    """Some pages of each kind that can be reached, and what their forms answer."""
    seen: Counter[str] = Counter()
    forms: list[tuple[str, Form]] = []
    waiting = [*reversed(STARTS)]
    known: set[str] = set()
    while waiting:
        address = waiting.pop()
        seen[kind_of(app, address)] += 0 if address in known else 1
        if address in known or address.startswith(LEFT_OUT) or seen[kind_of(app, address)] > OF_A_KIND:
            continue
        known.add(address)
        answer = client.get(address)
        if "Location" in answer.headers:
            waiting.append(local(address, answer.headers["Location"]))
        elif answer.mimetype == "text/html":
            yield address, answer.text
            waiting += [local(address, link) for link in LINK.findall(answer.text) if is_here(link)]
            forms += [(address, form) for form in forms_of(answer.text)]
    yield from send_each(app, client, forms)


def send_each(app: Flask, client: FlaskClient, forms: list[tuple[str, Form]]) -> Iterator[Page]:
    """What the forms answer, first when nothing was typed, then filled, then confirmed."""
    sent: Counter[str] = Counter()
    for address, form in forms:
        action = local(address, form.action or address)
        kind = kind_of(app, action, "POST")
        sent[kind] += 1
        if sent[kind] > OF_A_KIND or action.startswith(UNSENT):
            continue
        for values in (form.empty, form.filled):
            yield from _answers(
                client, action, client.post(action, data=values), confirm=values is form.filled
            )


def _answers(client: FlaskClient, address: str, answer: TestResponse, *, confirm: bool) -> Iterator[Page]:
    """The page that answers; where it is one that asks for confirmation, also what that leads to."""
    while "Location" in answer.headers:
        address = local(address, answer.headers["Location"])
        answer = client.get(address)
    if answer.mimetype != "text/html":
        return
    yield f"POST {address}", answer.text
    if confirm:
        actions = {local(address, form.action or address): form for form in forms_of(answer.text)}
        if address in actions and not address.startswith(UNSENT):
            again = client.post(address, data=actions[address].empty)
            yield from _answers(client, address, again, confirm=False)


def forms_of(page: str) -> list[Form]:
    """The forms of a page that send something."""
    reader = _Forms()
    reader.feed(page)
    reader.close()
    return reader.forms


def kind_of(app: Flask, address: str, method: str = "GET") -> str:
    """The endpoint and what is asked of it."""
    parts = urlsplit(address)
    try:
        endpoint, _values = app.url_map.bind("localhost").match(parts.path, method=method)
    except HTTPException:
        endpoint = "nowhere"
    return f"{endpoint}?{'&'.join(sorted(parse_qs(parts.query)))}"


def is_here(link: str) -> bool:
    parts = urlsplit(html.unescape(link))
    return parts.netloc in ("", "localhost") and parts.scheme in ("", "http") and not link.startswith("#")


def local(address: str, link: str) -> str:
    """A link of a page at this address, as a path."""
    parts = urlsplit(urljoin(address, urldefrag(html.unescape(link)).url))
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
