"""Mails about an account: each link reaches the one mailbox that is meant, and no page."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.message import EmailMessage

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from config import Settings
from tests.factories.cast import Cast
from tests.features.people.account import Account, account_of
from tests.outlets.notifications.happenings import Stage, deliveries, handed_in, happen, react
from tests.support.smtp_sink import SmtpSink
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.participants import service as participants
from webapp.features.people import queries, service
from webapp.outlets.notifications import dispatch

NEW, SHARED = "ines@own.example", "mission@union.example"
LINK = re.compile(r"https://concord\.example/of(/\S+)")
SignIn = Callable[[str], FlaskClient]


def sent(mailing: Settings, sink: SmtpSink) -> dict[str, list[EmailMessage]]:
    """What every mailbox gets when everything that waits goes out."""
    react()
    dispatch.send_due(mailing)
    found: dict[str, list[EmailMessage]] = {}
    for mail in sink.accepted:
        for address in mail.recipients:
            found.setdefault(address, []).append(mail.message())
    return found


def links(mails: list[EmailMessage]) -> list[str]:
    return [link for mail in mails for link in LINK.findall(text_of(mail))]


def text_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    return str(part.get_content()) if part is not None else ""


def ask(account: Account, kind: str, address: str) -> None:
    account.act(lambda work, me: service.ask_address_change(work, me, account.session_id, kind, address))


def deliver_to(cast: Cast, name: str, address: str) -> None:
    with unit_of_work() as work:
        queries.person(work.session, cast.people[name]).delivery_email = address


def test_notices_go_to_the_shared_mailbox_and_what_concerns_the_account_to_its_person(
    stage: Stage, mailing: Settings, sink: SmtpSink
) -> None:
    for name in ("head_mwuf", "alternate_mwuf"):
        deliver_to(stage.cast, name, SHARED)
    happen(stage, handed_in(stage))
    with unit_of_work() as work:
        service.request_reset(work, stage.cast.emails["head_mwuf"])
    boxes = sent(mailing, sink)
    assert len(boxes[SHARED]) == 2
    assert not any("/password/" in link for link in links(boxes[SHARED]))
    (own,) = boxes[stage.cast.emails["head_mwuf"]]
    assert any("/password/" in link for link in links([own]))


def test_the_new_address_gets_the_link_that_confirms_and_the_old_one_the_link_that_stops(
    cast: Cast, mailing: Settings, sink: SmtpSink
) -> None:
    ines = account_of(cast, "head_mwuf")
    ask(ines, "sign_in", NEW)
    boxes = sent(mailing, sink)
    (confirm,) = links(boxes[NEW])
    (stop,) = links(boxes[ines.email])
    assert confirm.startswith("/address/")
    assert not confirm.endswith("/cancel")
    assert stop.endswith("/cancel")
    assert NEW not in text_of(boxes[ines.email][0])


def test_an_address_that_need_not_confirm_any_more_is_not_written_to(
    cast: Cast, mailing: Settings, sink: SmtpSink
) -> None:
    ines = account_of(cast, "head_mwuf")
    ask(ines, "sign_in", "first@own.example")
    ask(ines, "sign_in", NEW)
    assert "first@own.example" not in sent(mailing, sink)


def test_the_old_address_hears_of_the_change_and_can_bring_itself_back(
    cast: Cast, mailing: Settings, sink: SmtpSink, session: Session
) -> None:
    ines = account_of(cast, "head_mwuf")
    ask(ines, "sign_in", NEW)
    (change,) = queries.waiting_changes(session, ines.id, ines.read().created_at)
    with unit_of_work() as work:
        service.confirm_address(work, change.id)
    boxes = sent(mailing, sink)
    assert any(link.endswith("/cancel") for link in links(boxes[ines.email]))
    assert not any(link.endswith("/cancel") for link in links(boxes[NEW]))


def test_the_link_of_a_recovery_stands_in_the_mail_of_its_person_alone(
    cast: Cast, mailing: Settings, sink: SmtpSink, client_for: SignIn
) -> None:
    deliver_to(cast, "head_mwuf", SHARED)
    with unit_of_work() as work:
        officer = cast.actor("officer", work.session)
        participants.help_back_in(
            work, officer, cast.initiative_id, cast.people["head_mwuf"], "I know her voice."
        )
    boxes = sent(mailing, sink)
    assert set(boxes) == {cast.emails["head_mwuf"]}
    (link,) = links(boxes[cast.emails["head_mwuf"]])
    assert link.startswith("/recovery/")
    assert "Jonas Weyer" in text_of(boxes[cast.emails["head_mwuf"]][0])
    inbox = client_for("head_mwuf")
    (row,) = deliveries(channel="inbox")
    assert inbox.get(f"/inbox/{row.id}").location == "/me/security"
    assert '"/recovery/' not in inbox.get("/inbox").text + inbox.get("/me/security").text


def test_every_change_of_a_second_factor_is_told_by_mail(
    cast: Cast, mailing: Settings, sink: SmtpSink
) -> None:
    ines = account_of(cast, "head_mwuf")
    sheet = ines.add_authenticator()
    (mail,) = sent(mailing, sink)[ines.email]
    assert mail["Subject"] == "Your second factor was changed"
    assert [code for code in (ines.secret, *sheet) if code in mail.as_string()] == []
