"""Somebody with a browser without script: reads pages, fills in the forms that stand on them, presses their buttons."""

from __future__ import annotations

import html
import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Protocol
from urllib.parse import urlencode, urljoin, urlsplit

from flask.testing import FlaskClient

Values = dict[str, list[str]]


@dataclass
class Form:
    """A form as it stands on a page, with what its fields hold."""

    action: str
    method: str
    values: Values = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    """Words, name, value."""
    names: set[str] = field(default_factory=set)
    options: Values = field(default_factory=dict)
    """Per select: the values that it offers."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    location: str | None
    body: bytes
    content_type: str

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")


class Transport(Protocol):
    """How requests travel."""

    def request(self, method: str, path: str, form: list[tuple[str, str]] | None) -> Answer: ...


class InProcess:
    """Straight into the application."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def request(self, method: str, path: str, form: list[tuple[str, str]] | None) -> Answer:
        data: Values = {}
        for name, value in form or []:
            data.setdefault(name, []).append(value)
        answer = self.client.open(path, method=method, data=data if method == "POST" else None)
        return Answer(
            answer.status_code, answer.headers.get("Location"), answer.data, answer.content_type or ""
        )


class OverHttp:
    """Over a real connection, with the cookies that the server sets."""

    def __init__(self, url: str, timeout: float = 30) -> None:
        parts = urlsplit(url)
        self.host, self.port, self.timeout = parts.hostname or "127.0.0.1", parts.port or 80, timeout
        self.cookies: dict[str, str] = {}

    def request(self, method: str, path: str, form: list[tuple[str, str]] | None) -> Answer:
        connection = http.client.HTTPConnection(self.host, self.port, timeout=self.timeout)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if method == "POST":
            body = urlencode(form or [])
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";", 1)[0].partition("=")
            self.cookies[name.strip()] = value.strip()
        return Answer(
            answer.status, answer.headers.get("Location"), content, answer.headers.get("Content-Type", "")
        )


class Visitor:
    """Goes from page to page; `page` is the last answer, `path` where it is."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport
        self.path = "/"
        self.page = Answer(0, None, b"", "")

    def go(self, path: str) -> Answer:
        """Open a page, following redirects."""
        self.path = _local(path)
        self.page = self.transport.request("GET", self.path, None)
        return self._followed()

    def send(
        self, button: str, fields: Mapping[str, str | list[str]] | None = None, *, form: str = ""
    ) -> Answer:
        """Press the button with these words, after filling in fields; `form` is a part of the form's address."""
        found, name, value = self._form_with(button, form)
        values = {**found.values}
        for key, typed in (fields or {}).items():
            assert key in found.names, f"no field {key!r} in {found.action}: {sorted(found.names)}"
            values[key] = [typed] if isinstance(typed, str) else list(typed)
        if name:
            values[name] = [value]
        data = [(key, one) for key, several in values.items() for one in several]
        target = _local(urljoin(self.path, found.action or self.path))
        if found.method == "GET":
            return self.go(target.split("?")[0] + "?" + urlencode(data))
        self.path = target
        self.page = self.transport.request("POST", target, data)
        return self._followed()

    def follow(self, words: str) -> Answer:
        """Follow the first link with these words."""
        links = re.findall(r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', self.page.text, re.DOTALL)
        for href, inner in links:
            if words in html.unescape(re.sub(r"<[^>]+>", "", inner)):
                return self.go(urljoin(self.path, html.unescape(href)))
        raise AssertionError(f"no link {words!r} on {self.path}")

    def option(self, field: str, words: str) -> str:
        """The value of the choice with these words in a field."""
        for form in self.forms():
            for value in form.options.get(field, []):
                start = self.page.text.find(f'value="{html.escape(value)}"')
                label = re.sub(
                    r"<[^>]+>",
                    "",
                    self.page.text[start : start + 400].split("</label>")[0].split("</option>")[0],
                )
                if value and start >= 0 and words in html.unescape(label):
                    return value
        raise AssertionError(f"{words!r} cannot be chosen as {field!r} on {self.path}")

    def reads(self, words: str) -> bool:
        """Whether the page shows these words, markup and line breaks aside."""
        return _folded(words) in self.words()

    def words(self) -> str:
        """The words of the page, without markup."""
        text = re.sub(r"<(script|style|head)\b.*?</\1>", " ", self.page.text, flags=re.DOTALL)
        return _folded(
            html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<(p|li|td|th|h\d|div|dt|dd)\b", r" <\1", text)))
        )

    def forms(self) -> list[Form]:
        """The forms of the page."""
        reader = _FormReader()
        reader.feed(self.page.text)
        return reader.forms

    def _form_with(self, button: str, form: str) -> tuple[Form, str, str]:
        seen = []
        for one in self.forms():
            for words, name, value in one.buttons:
                seen.append(words)
                if button in words and form in one.action:
                    return one, name, value
        raise AssertionError(
            f"no button {button!r} on {self.path} ({self.page.status}): {seen}\n{self.words()[:1500]}"
        )

    def _followed(self) -> Answer:
        for _ in range(6):
            if self.page.status not in (301, 302, 303, 307, 308) or self.page.location is None:
                return self.page
            self.path = _local(urljoin(self.path, self.page.location))
            self.page = self.transport.request("GET", self.path, None)
        raise AssertionError(f"too many redirects at {self.path}")


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.by_id: dict[str, Form] = {}
        self.area: str | None = None
        self.select: str | None = None
        self.button: tuple[Form, str, str] | None = None
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = Form(given.get("action", ""), given.get("method", "get").upper())
            self.forms.append(self.form)
            if "id" in given:
                self.by_id[given["id"]] = self.form
            return
        owner = self.by_id.get(given["form"]) if "form" in given else self.form
        if owner is None:
            return
        if tag == "input":
            self._input(owner, given)
        elif tag == "textarea":
            self.area, self.text = given.get("name"), ""
            owner.names.add(given.get("name", ""))
        elif tag == "select":
            self.select = given.get("name", "")
            owner.names.add(self.select)
            owner.options[self.select] = []
        elif tag == "option" and self.select is not None:
            self._option(owner, given)
        elif tag == "button":
            self.button, self.text = (owner, given.get("name", ""), given.get("value", "")), ""

    def _input(self, owner: Form, given: dict[str, str]) -> None:
        name, kind = given.get("name", ""), given.get("type", "text")
        if not name:
            return
        owner.names.add(name)
        if kind in ("radio", "checkbox"):
            owner.options.setdefault(name, []).append(given.get("value", "on"))
            if "checked" not in given:
                return
        owner.values.setdefault(name, []).append(given.get("value", "on" if kind == "checkbox" else ""))

    def _option(self, owner: Form, given: dict[str, str]) -> None:
        assert self.select is not None
        owner.options[self.select].append(given.get("value", ""))
        if "selected" in given or self.select not in owner.values:
            owner.values[self.select] = [given.get("value", "")]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "textarea" and self.area is not None and self.form is not None:
            self.form.values[self.area] = [self.text.removeprefix("\n")]
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "button" and self.button is not None:
            owner, name, value = self.button
            owner.buttons.append((_folded(self.text), name, value))
            self.button = None


def _local(address: str) -> str:
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _folded(text: str) -> str:
    return " ".join(text.split())
