"""Notices in words: every row of the catalogue, in every language, for whoever gets it."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.routing import Rule

from config import Settings
from tests.base.web.markup import faults
from tests.factories.cast import Cast
from tests.features.review.text import Move
from tests.outlets.notifications.happenings import (
    Stage,
    deliveries,
    events,
    handed_in,
    happen,
    opened,
    react,
    set_stage,
)
from webapp.base.kernel.db import db
from webapp.base.kernel.happened import read_happened
from webapp.base.web.language import languages
from webapp.base.web.messages import Words
from webapp.outlets.notifications.audiences import SEATED
from webapp.outlets.notifications.catalogue import CATALOGUE
from webapp.outlets.notifications.letters import Letter, compose, reader_of, wrapped
from webapp.outlets.notifications.matters import address_of, matter_of
from webapp.outlets.notifications.models import Delivery


def letter_of(
    row: Delivery,
    settings: Settings,
    language: str = "en",
    zone: str = "Asia/Manila",
    why: Words = "you take part",
) -> Letter:
    session = db.session()
    matter = matter_of(session, row.notice, read_happened(session, row.chain, row.sequence), settings)
    reader = reader_of(language, zone)
    return compose(row.notice, matter, reader, address_of(matter.place, settings), why)


def test_every_row_of_the_catalogue_can_be_read_in_every_language(stage: Stage, mailing: Settings) -> None:
    for event in events(stage):
        happen(stage, event)
    react()
    by_notice = {row.notice: row for row in deliveries()}
    assert set(by_notice) == {row.notice for rows in CATALOGUE.values() for row in rows}
    for notice, row in by_notice.items():
        for language in languages():
            letter = letter_of(row, mailing, language)
            assert letter.subject, notice
            assert "\n" not in letter.subject, notice
            assert "https://concord.example/of/" in letter.text, notice
            assert faults(letter.html) == [], notice
            assert "&lt;reading&gt;" in letter.html or "<reading>" not in letter.html, notice
            assert all(len(line) <= 72 or "https://" in line for line in letter.text.splitlines()), notice


def test_the_link_of_every_notice_leads_to_a_page(app: Flask, stage: Stage, mailing: Settings) -> None:
    for event in events(stage):
        happen(stage, event)
    react()
    session = db.session()
    for row in deliveries():
        matter = matter_of(session, row.notice, read_happened(session, row.chain, row.sequence), mailing)
        address = urlsplit(address_of(matter.place, mailing))
        assert address.netloc == "concord.example"
        rule, _ = app.url_map.bind("concord.example").match(
            address.path.removeprefix("/of"), method="GET", return_rule=True
        )
        assert isinstance(rule, Rule)


def test_the_deadline_stands_in_the_official_zone_and_the_readers_own(
    stage: Stage, mailing: Settings
) -> None:
    happen(stage, opened(stage))
    react()
    letter = letter_of(deliveries()[0], mailing)
    text = " ".join(letter.text.split())
    assert " in Geneva (" in text
    assert " in Manila)" in text


def test_a_receipt_holds_the_register_numbers(stage: Stage, mailing: Settings) -> None:
    happen(stage, handed_in(stage))
    react()
    letter = letter_of(deliveries()[0], mailing)
    assert "R2/MWUF/001" in letter.text
    assert "a" * 64 in letter.text


def test_a_language_that_is_not_shipped_is_answered_in_english(app: Flask) -> None:
    assert reader_of("xx", "Mars/Olympus").language == "en"
    assert reader_of("xx", "Mars/Olympus").time_zone == "UTC"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a " * 60, 2),
        ("one\n\n\n\ntwo", 3),
        ("one\n-- \ntwo", 3),
        ("https://concord.example/" + "x" * 200, 1),
    ],
)
def test_plain_text_is_wrapped_and_addresses_are_not(text: str, lines: int) -> None:
    assert len(wrapped(text).splitlines()) == lines


def test_a_mail_in_french_reads_as_it_is_kept(
    cast: Cast, mailing: Settings, moved_clock: Move, repository: Path
) -> None:
    moved_clock(dt.datetime(2026, 11, 24, 17, 0, tzinfo=dt.UTC))
    stage = set_stage(cast)
    happen(stage, opened(stage))
    react()
    letter = letter_of(deliveries()[0], mailing, "fr", why=SEATED.why)
    assert letter.language == "fr"
    kept = repository / "tests" / "outlets" / "notifications" / "round_opened.fr.txt"
    without_identifiers = re.sub(r"rounds/[0-9a-z]{13}", "rounds/…", letter.text)
    assert f"{letter.subject}\n\n{without_identifiers}" == kept.read_text()
