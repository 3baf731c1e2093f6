"""A world for journeys: the application over its pages, real mail over SMTP, and the clock, which tests move.

The worker's tasks run here when `tick` is called; a test with real processes stands in tests/faults.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import importlib
import re
from collections.abc import Callable
from email.message import EmailMessage
from urllib.parse import urlsplit

from flask import Flask

from tests.support.smtp_sink import SmtpSink
from tests.support.visitor import InProcess, Visitor
from webapp.base.kernel.db import db
from webapp.base.kernel.settings import KEY

PASSWORD = "a long enough password"

TASKS = (
    ("workers.review", "open_due"),
    ("workers.review", "remind_due"),
    ("workers.review", "close_due"),
    ("workers.decisions", "remind_due"),
    ("workers.decisions", "close_due"),
    ("workers.outbox", "sweep"),
    ("workers.notifications", "send_due"),
)


class World:
    """Everybody, their mail and the time."""

    def __init__(
        self, app: Flask, sink: SmtpSink, move: Callable[[dt.timedelta | dt.datetime], None]
    ) -> None:
        self.app, self.sink, self.move = app, sink, move
        app.extensions[KEY] = dataclasses.replace(app.extensions[KEY], smtp_url=sink.url)
        self.people: dict[str, Visitor] = {}
        self.places: dict[str, str] = {}
        """Addresses that the story comes back to."""

    def visitor(self) -> Visitor:
        """Somebody who has not signed in."""
        return Visitor(InProcess(self.app.test_client()))

    def tick(self) -> None:
        """What the worker does within a few seconds."""
        for module, name in TASKS:
            getattr(importlib.import_module(module), name).run()
            db.session.remove()

    def later(self, to: dt.datetime) -> None:
        """Let time pass until this moment, and the worker do what is due."""
        self.move(to)
        self.tick()

    def mails_to(self, address: str, about: str = "") -> list[EmailMessage]:
        """The mails to somebody whose subject has these words, oldest first."""
        found = [mail.message() for mail in self.sink.accepted if address in mail.recipients]
        return [mail for mail in found if about.lower() in str(mail["Subject"]).lower()]

    def link_in_mail(self, address: str) -> str:
        """The path of the link in the newest mail to somebody."""
        mail = self.mails_to(address)[-1]
        body = mail.get_body(("plain",))
        assert body is not None
        links = re.findall(r"https?://\S+", body.get_content())
        assert links, body.get_content()
        return str(urlsplit(links[0]).path)

    def enters_by_mail(self, name: str, address: str) -> Visitor:
        """Somebody follows the link of an invitation, presses the button, sets a password and is in."""
        self.tick()
        visitor = self.visitor()
        visitor.go(self.link_in_mail(address))
        visitor.send("Accept and sign in", {"name": name, "password": PASSWORD})
        assert visitor.page.status == 200, visitor.words()[:2000]
        assert visitor.reads(name)
        self.people[name] = visitor
        return visitor

    def everybody_signs_in_again(self) -> None:
        """Sign-ins end after two weeks; the story takes longer."""
        for name in self.people:
            visitor = self.people[name] = self.visitor()
            visitor.go("/sign-in")
            address = f"{name.split()[0].lower()}@story.example"
            visitor.send("Sign in", {"email": address, "password": PASSWORD})
            assert visitor.reads(name)
