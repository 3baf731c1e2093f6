"""A browser that is quick and counts what comes over the wire: one person, one connection that is kept."""

from __future__ import annotations

import gzip
import http.client
import re
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.benchmarks.furnishing.people import PASSWORD

PATIENCE_SECONDS = 30.0
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What came back, how long that took, and how many bytes travelled."""

    status: int
    location: str
    body: bytes
    is_gzipped: bool
    wire: int
    seconds: float

    @property
    def text(self) -> str:
        """The page as it is read."""
        return (gzip.decompress(self.body) if self.is_gzipped else self.body).decode()


class Browser:
    """One person at one server on this machine."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self._connection = self._new_connection()

    def get(self, path: str) -> Answer:
        """Open a page."""
        return self._request("GET", path, None)

    def post(self, path: str, form: dict[str, str]) -> Answer:
        """Send a form."""
        return self._request("POST", path, urlencode(form))

    def again(self) -> Browser:
        """The same person with a connection of their own."""
        other = Browser(self.port)
        other.cookies = dict(self.cookies)
        return other

    def close(self) -> None:
        """Let the connection go; the next request opens another."""
        self._connection.close()

    def token(self, path: str) -> str:
        """The token that the forms of a page carry."""
        found = TOKEN.search(self.get(path).text)
        assert found is not None, f"no form on {path}"
        return found[1]

    def sign_in(self, email: str) -> None:
        """Through the page, as everybody."""
        form = {"csrf_token": self.token("/sign-in"), "email": email, "password": PASSWORD}
        answer = self.post("/sign-in", form)
        assert answer.status == 303, f"{email} could not sign in: {answer.status}"

    def _new_connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)

    def _request(self, method: str, path: str, body: str | None) -> Answer:
        headers = {"Accept-Encoding": "gzip", "Accept-Language": "en"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        content = response.read()
        seconds = time.perf_counter() - began
        self._keep_cookies(response)
        head = len(str(response.msg)) + len("HTTP/1.1 200 OK\r\n")
        return Answer(
            status=response.status,
            location=response.getheader("Location", ""),
            body=content,
            is_gzipped=response.getheader("Content-Encoding") == "gzip",
            wire=head + len(content),
            seconds=seconds,
        )

    def _keep_cookies(self, response: http.client.HTTPResponse) -> None:
        # They are marked for https alone; here they travel over this machine only.
        for given in response.msg.get_all("Set-Cookie", []):
            name, _, value = given.partition(";")[0].partition("=")
            self.cookies[name] = value
