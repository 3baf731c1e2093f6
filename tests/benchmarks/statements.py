"""How many statements a request sends: counted in this process, by the same application on the same database."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.benchmarks.browser import Answer
from tests.benchmarks.works import Errand, Work
from tests.support.statements import counted_statements

HOST = {"Host": "127.0.0.1"}


class InProcess:
    """The person of these cookies, in this process; each request has a context of its own, as in the web server."""

    def __init__(self, client: FlaskClient, cookies: Mapping[str, str]) -> None:
        self.client = client
        for name, value in cookies.items():
            client.set_cookie(name, value, domain="127.0.0.1")

    def get(self, path: str) -> Answer:
        """Open a page."""
        with self.client.application.app_context():
            return _answer(self.client.get(path, headers=HOST))

    def post(self, path: str, form: dict[str, str]) -> Answer:
        """Send a form."""
        with self.client.application.app_context():
            return _answer(self.client.post(path, data=form, headers=HOST))


def statements_of(app: Flask, cookies: Mapping[str, str], work: Work, errand: Errand) -> int:
    """The statements of one request that is not the first of its kind."""
    asker = InProcess(app.test_client(), cookies)
    with app.app_context():
        if work.prepare is not None:
            work.prepare(asker, errand)
        work.check(work.ask(asker, errand), errand)
        if work.prepare is not None:
            work.prepare(asker, errand)
        with counted_statements() as statements:
            work.check(work.ask(asker, errand), errand)
    return len(statements)


def _answer(response: TestResponse) -> Answer:
    return Answer(
        status=response.status_code,
        location=response.headers.get("Location", ""),
        body=response.get_data(),
        is_gzipped=False,
        wire=0,
        seconds=0.0,
    )
