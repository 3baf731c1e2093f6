"""Pages travel compressed; static files are kept for a year under the hash of their content."""

from __future__ import annotations

import gzip
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.base.web.compression import gzipped
from webapp.base.web.static_files import static_url

GZIP = {"Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize("padding", [0, 1, 63])
def test_a_padded_member_is_read_by_everybody(padding: int) -> None:
    assert gzip.decompress(gzipped(b"words " * 500, 3, padding)) == b"words " * 500


def test_a_long_page_is_compressed_for_whoever_accepts_it(client: FlaskClient) -> None:
    plain, small = client.get("/long"), client.get("/long", headers=GZIP)
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.data) * 10 < len(plain.data)
    assert gzip.decompress(small.data) == plain.data
    assert int(small.headers["Content-Length"]) == len(small.data)


def test_who_refuses_gzip_gets_plain_text(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/long", headers={"Accept-Encoding": "gzip;q=0, br"}).headers


def test_a_short_answer_is_left_alone(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/kept", headers=GZIP).headers


def test_the_length_of_a_page_does_not_repeat(client: FlaskClient) -> None:
    assert len({len(client.get("/long", headers=GZIP).data) for _ in range(20)}) > 1


@pytest.mark.parametrize("name", ["concord.css", "concord.js", "sign.svg"])
def test_a_file_under_its_hash_is_kept_for_a_year(app: Flask, client: FlaskClient, name: str) -> None:
    with app.test_request_context():
        address = static_url(name)
    response = client.get(address)
    assert response.status_code == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert client.get(f"/static/{name}?v=old").headers["Cache-Control"] == "no-cache"


def test_a_compressed_file_is_not_sent_twice(client: FlaskClient) -> None:
    first = client.get("/static/concord.css", headers=GZIP)
    assert first.headers["Content-Encoding"] == "gzip"
    again = client.get("/static/concord.css", headers={**GZIP, "If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_every_page_asks_for_its_files_by_hash(client: FlaskClient) -> None:
    for address in re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/").text):
        assert "immutable" in client.get(address).headers["Cache-Control"], address
