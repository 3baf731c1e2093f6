"""The layout around every page."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.base.web.markup import faults
from webapp.base.web import navigation


def test_a_page_is_valid_for_everybody(client: FlaskClient, ines: FlaskClient) -> None:
    for page in (client.get("/"), ines.get("/"), ines.get("/of/mac"), client.get("/of/mac")):
        assert faults(page.text) == []


def test_a_page_says_who_acts_for_whom_and_in_which_capacity(ines: FlaskClient) -> None:
    text = " ".join(ines.get("/of/mac").text.split())
    assert "Ines &lt;Okafor&gt; for <b>Workers &amp; Union</b>, co-chair, head of delegation" in text


def test_a_stranger_sees_nobodys_name_and_no_counts(client: FlaskClient) -> None:
    text = client.get("/").text
    assert "Okafor" not in text
    assert "Waiting for me" not in text
    assert "18,204" not in text


def test_what_waits_is_counted_and_a_zero_is_quiet(ines: FlaskClient) -> None:
    text = ines.get("/").text
    assert 'aria-current="page">Waiting for me <span class="n n-due">2</span>' in text
    assert '<span class="n">' not in text


def test_ways_to_pages_that_do_not_exist_are_left_out(app: Flask, ines: FlaskClient) -> None:
    absent = [entry for entry in navigation.INITIATIVE if entry.endpoint not in app.view_functions]
    text = ines.get("/of/mac").text
    assert absent
    assert all(f">{entry.words}<" not in text for entry in absent)


def test_the_footer_tells_both_clocks_and_the_journal(ines: FlaskClient) -> None:
    text = ines.get("/of/mac").text
    assert "in Geneva</time>" in text
    assert "in Manila, where you are" in text
    assert "Journal: entry 18,204, verified" in text


def test_a_flash_is_shown_once_and_escaped(client: FlaskClient) -> None:
    assert 'class="flash flash-ok" role="status"><p>Kept as &lt;draft&gt;</p>' in client.get("/").text
    assert "flash-ok" not in client.get("/of/mac").text


def test_the_language_is_chosen_from_those_that_exist(client: FlaskClient) -> None:
    page = client.get("/", headers={"Accept-Language": "xx, ar;q=0.1"})
    assert '<html lang="en" dir="ltr">' in page.text
