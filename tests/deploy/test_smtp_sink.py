from __future__ import annotations

import smtplib
from email.message import EmailMessage

import pytest

from tests.support.smtp_sink import smtp_sink


def mail(to: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "desk@example.org", to, "Runde zwei öffnet"
    message.set_content("Bis Freitag.")
    return message


def test_a_mail_is_kept_as_it_was_sent() -> None:
    with smtp_sink() as sink, smtplib.SMTP("127.0.0.1", sink.port) as client:
        client.send_message(mail("ana@example.org"))
        (kept,) = sink.wait_for(1)
    assert kept.recipients == ("ana@example.org",)
    assert kept.message()["Subject"] == "Runde zwei öffnet"


@pytest.mark.parametrize("answer", ["451 try later", "550 no such mailbox"])
def test_a_chosen_address_is_refused_and_others_are_not(answer: str) -> None:
    with smtp_sink() as sink, smtplib.SMTP("127.0.0.1", sink.port) as client:
        sink.refusals["gone@example.org"] = answer
        with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
            client.send_message(mail("gone@example.org"))
        client.send_message(mail("ana@example.org"))
        assert len(sink.wait_for(1)) == 1
    assert refused.value.recipients["gone@example.org"][0] == int(answer[:3])


def test_the_content_can_be_refused() -> None:
    with smtp_sink() as sink, smtplib.SMTP("127.0.0.1", sink.port) as client:
        sink.answer_to_data = "452 no room"
        with pytest.raises(smtplib.SMTPDataError):
            client.send_message(mail("ana@example.org"))
        assert sink.accepted == []
