"""The quick jump to a provision."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.base.web.markup import faults
from tests.features.drafting.acts import Draft

SignIn = Callable[[str], FlaskClient]


@pytest.fixture
def reader(draft: Draft, client_for: SignIn) -> FlaskClient:
    """Somebody who reads a text of two revisions."""
    draft.issue()
    draft.edit(draft.warning, "All States shall warn migrants early.")
    draft.issue()
    return client_for("head_mwuf")


def go(client: FlaskClient, asked: str, more: str = "") -> str:
    answer = client.get(f"/i/mac/go?to={quote(asked)}{more}")
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def test_a_number_leads_to_its_provision_in_the_current_text(reader: FlaskClient) -> None:
    assert go(reader, "1.2") == "/i/mac/text/1#p1.2"


def test_somebody_who_reads_an_older_revision_stays_in_it(reader: FlaskClient) -> None:
    assert go(reader, "1.1", "&in=0") == "/i/mac/text/0#p1.1"
    assert go(reader, "1.1", "&in=99") == "/i/mac/text/1#p1.1"


def test_a_name_leads_to_its_element_and_a_symbol_to_its_revision(reader: FlaskClient) -> None:
    assert go(reader, "principle 1") == "/i/mac/text/1#e2"
    assert go(reader, "rev.1") == "/i/mac/text/1"
    assert go(reader, "zero draft") == "/i/mac/text/0"


def test_several_places_are_offered_and_the_words_stand_in_the_field(reader: FlaskClient) -> None:
    page = reader.get("/i/mac/go?to=p").text
    assert "Several places fit “p”" in page
    assert 'href="/i/mac/text/1#e1"' in page
    assert 'href="/i/mac/text/1#e2"' in page
    assert faults(page) == []


def test_what_is_not_there_is_told_and_kept(reader: FlaskClient) -> None:
    answer = reader.get("/i/mac/go?to=9.9")
    assert answer.status_code == 200
    assert "Nothing is called “9.9”" in answer.text
    assert 'value="9.9"' in answer.text
    assert faults(answer.text) == []


def test_without_words_the_page_asks_for_them(reader: FlaskClient) -> None:
    answer = reader.get("/i/mac/go")
    assert (answer.status_code, faults(answer.text)) == (200, [])
    assert "By its number, like 3.1" in answer.text


def test_the_text_offers_the_names_of_its_elements(reader: FlaskClient) -> None:
    page = reader.get("/i/mac/text/0").text
    assert '<input type="hidden" name="in" value="0">' in page
    assert '<option value="Principle 1:' in page


def test_before_a_text_is_issued_nothing_fits(draft: Draft, client_for: SignIn) -> None:
    assert "Nothing is called" in client_for("head_mwuf").get("/i/mac/go?to=1.1").text


@pytest.mark.parametrize("name", ["outsider", "administrator"])
def test_nobody_else_finds_the_jump(client_for: SignIn, name: str) -> None:
    assert client_for(name).get("/i/mac/go?to=1.1").status_code == 404
