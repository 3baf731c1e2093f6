from __future__ import annotations

import json
import re
from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.factories.cast import Cast
from webapp.base.access.actor import Capacity
from webapp.base.kernel.journal import JournalBody
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.initiatives.events import Created
from webapp.features.review.events import ContributionHandedIn
from webapp.outlets.audit.queries import PAGE
from webapp.outlets.audit.rules import read_export, verify

ClientFor = Callable[[str], FlaskClient]


def hand_in(cast: Cast, code: str = "MWUF") -> None:
    """The journal entry of a contribution that only the delegation may open."""
    delegation = cast.delegations[code]
    by = Capacity(
        cast.people["head_mwuf"], "Ines Okafor", "head", delegation, "Migrant Workers’ Union Federation"
    )
    event = ContributionHandedIn(
        initiative_id=cast.initiative_id,
        object_id="contribution1",
        delegation_id=delegation,
        round_id="round",
        version=1,
        hash="0" * 64,
        register_numbers=("MWUF-1-1",),
    )
    with unit_of_work() as work:
        work.record(by, event)


def begin(cast: Cast, title: str = "Voluntary Principles <b>") -> None:
    by = Capacity(cast.people["officer_free"], "Lina Faraj", "secretariat")
    event = Created(initiative_id=cast.initiative_id, object_id=cast.initiative_id, slug="mac", title=title)
    with unit_of_work() as work:
        work.record(by, event)


def page(client: FlaskClient, query: str = "") -> str:
    answer = client.get(f"/i/mac/journal{query}")
    assert answer.status_code == 200
    return answer.text


def test_an_entry_says_what_happened_and_who_did_it_in_which_capacity(
    cast: Cast, client_for: ClientFor
) -> None:
    begin(cast)
    told = page(client_for("head_empl"))
    assert "The initiative began: Voluntary Principles &lt;b&gt;." in told
    assert "Lina Faraj, secretariat officer" in told


def test_an_entry_that_one_may_not_open_is_there_and_closed(cast: Cast, client_for: ClientFor) -> None:
    hand_in(cast)
    own, other = page(client_for("delegate_mwuf")), page(client_for("head_empl"))
    assert "The delegation handed in its contribution." in own
    assert "Ines Okafor, head of delegation, Migrant Workers’ Union Federation" in own
    assert "An entry that you may not open." in other
    for secret in ("handed in", "Okafor", "MWUF-1-1"):
        assert secret not in other


def test_neither_chairs_nor_secretariat_open_what_is_a_delegations_own(
    cast: Cast, client_for: ClientFor
) -> None:
    hand_in(cast)
    for name in ("chair_usa", "officer_free"):
        assert "MWUF-1-1" not in page(client_for(name))


def test_an_erased_entry_keeps_its_place(cast: Cast, client_for: ClientFor) -> None:
    begin(cast)
    with unit_of_work() as work:
        work.session.execute(update(JournalBody).values(body=None, salt=None))
    assert "An entry whose content was erased." in page(client_for("head_empl"))


def test_the_page_names_the_last_hash(cast: Cast, client_for: ClientFor) -> None:
    begin(cast)
    begin(cast)
    client = client_for("head_empl")
    name, entries = read_export(client.get("/i/mac/journal.json").text)
    assert name == cast.initiative_id
    assert verify(entries).fault is None
    told = page(client)
    assert entries[-1].hash in told
    assert f"--kept 2:{entries[-1].hash[:16]}" in told


def test_a_readers_export_opens_only_what_the_reader_may_read(cast: Cast, client_for: ClientFor) -> None:
    begin(cast)
    hand_in(cast)
    told = {name: client_for(name).get("/i/mac/journal.json") for name in ("delegate_mwuf", "head_empl")}
    opened = {
        name: [row for row in json.loads(answer.text)["entries"] if "body" in row]
        for name, answer in told.items()
    }
    assert {name: len(rows) for name, rows in opened.items()} == {"delegate_mwuf": 2, "head_empl": 1}
    assert "MWUF-1-1" not in told["head_empl"].text
    assert verify(read_export(told["head_empl"].text)[1]).fault is None
    assert told["head_empl"].headers["Content-Disposition"] == 'attachment; filename="mac-journal.json"'


def test_older_entries_are_one_link_away(cast: Cast, client_for: ClientFor) -> None:
    for number in range(PAGE + 3):
        begin(cast, f"title {number}.")
    client = client_for("head_empl")
    newest = page(client)
    assert "title 52." in newest
    assert "title 2." not in newest
    assert f"before={4}" in newest
    older = page(client, "?before=4")
    assert "title 2." in older
    assert "Older entries" in newest
    assert "Older entries" not in older


def test_before_anything_happened_the_page_says_so(app: Flask, cast: Cast, client_for: ClientFor) -> None:
    assert "Nothing" in page(client_for("head_empl"))


def test_whoever_is_not_in_the_initiative_finds_no_journal(cast: Cast, client_for: ClientFor) -> None:
    client = client_for("outsider")
    assert client.get("/i/mac/journal").status_code == 404
    assert client.get("/i/mac/journal.json").status_code == 404


def test_an_administrator_sees_the_chain_and_opens_nothing(cast: Cast, client_for: ClientFor) -> None:
    begin(cast)
    hand_in(cast)
    told = page(client_for("administrator"))
    assert told.count("An entry that you may not open.") == 2


def test_every_way_on_the_record_leads_somewhere(cast: Cast, client_for: ClientFor) -> None:
    for name in ("administrator", "officer", "chair_phl", "head_obs", "adviser_mwuf"):
        client = client_for(name)
        header = client.get("/i/mac/journal").text.split("<main")[0]
        ways = re.findall('<a href="(/[^"]*)"', header)
        assert [way for way in ways if client.get(way, follow_redirects=True).status_code != 200] == []
        assert "/i/mac/journal" in ways


def test_an_administrator_is_offered_the_record_alone(cast: Cast, client_for: ClientFor) -> None:
    header = client_for("administrator").get("/i/mac/journal").text.split("<main")[0]
    assert re.findall('"(/i/mac/[^"]*)"', header) == ["/i/mac/journal"]
    assert "site administrator" in header
