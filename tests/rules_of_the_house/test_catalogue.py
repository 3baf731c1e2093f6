from __future__ import annotations

import pytest
from flask import Flask

from webapp.outlets.notifications.catalogue import CATALOGUE
from webapp.outlets.notifications.rules import Channel
from webapp.reactions import REACTIONS

NOTICES = sorted({row.notice for rows in CATALOGUE.values() for row in rows})
MAILED = sorted({row.notice for rows in CATALOGUE.values() for row in rows if Channel.MAIL in row.channels})


def test_every_event_that_notifies_has_a_row_and_the_other_way_round() -> None:
    assert {name for name, follows in REACTIONS.items() if "notify" in follows} == set(CATALOGUE)


@pytest.mark.parametrize("notice", NOTICES)
def test_every_notice_has_a_subject_and_a_body(whole_app: Flask, notice: str) -> None:
    for name in ("subject.txt", "body.txt"):
        assert whole_app.jinja_env.get_template(f"notices/{notice}/{name}")


@pytest.mark.parametrize("notice", MAILED)
def test_every_mail_has_its_templates(whole_app: Flask, notice: str) -> None:
    assert whole_app.jinja_env.get_template(f"notices/{notice}/body.html")
