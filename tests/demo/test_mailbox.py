from __future__ import annotations

import contextlib
import os
import signal
import smtplib
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask

from deploy.part import answers_on_port, free_port
from tests.support.processes import wait_until
from webapp.base.kernel.errors import NotFound
from webapp.base.kernel.settings import current_settings
from webapp.demo import mailbox


def a_mail(to: str = "ines.okafor@workers-union.example", **more: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Concord <concord@concord.example>"
    message["To"], message["Date"] = to, "Tue, 17 Nov 2026 10:42:00 +0100"
    message["Subject"] = more.get("subject", "Round two is open – until Friday")
    message.set_content(more.get("text", "Read it here:\nhttp://localhost/i/mac/rounds, please.\n\nConcord"))
    return message


@contextlib.contextmanager
def running_server(repository: Path, folder: Path) -> Iterator[int]:
    port = free_port()
    command = (sys.executable, "-m", "flask", "--app", "wsgi", "demo", "mailbox-server", "--port", str(port))
    environ = {**os.environ, "CONCORD_MODE": "demo", "INSTANCE_DIR": str(folder)}
    with subprocess.Popen(command, cwd=repository, env=environ, start_new_session=True) as server:
        try:
            wait_until(lambda: answers_on_port("127.0.0.1", port), "the mailbox server")
            yield port
        finally:
            server.send_signal(signal.SIGTERM)
            assert server.wait(10) == 0, "asked to stop, it ends cleanly"


@pytest.mark.processes
def test_a_mail_sent_to_the_server_lies_whole_in_the_mailbox(repository: Path, tmp_path: Path) -> None:
    with running_server(repository, tmp_path) as port, smtplib.SMTP("127.0.0.1", port) as client:
        client.send_message(a_mail())
    folder = tmp_path / "mailbox"
    (name,) = mailbox.names(folder)
    mail = mailbox.mail(folder, name)
    assert mail.heading.to == ("ines.okafor@workers-union.example",)
    assert mail.heading.subject == "Round two is open – until Friday"
    assert mail.text.startswith("Read it here:")
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_mails_are_listed_the_newest_first_and_one_leads_to_its_text_and_links(app: Flask) -> None:
    folder = mailbox.folder_of(current_settings())
    mailbox.clear(folder)
    mailbox.keep(folder, a_mail().as_bytes(), arrived_ns=1)
    mailbox.keep(folder, a_mail("davit.lund@workers-union.example", subject="Later").as_bytes(), arrived_ns=2)
    client = app.test_client()
    listed = client.get("/demo/mailbox").get_data(as_text=True)
    assert listed.index("Later") < listed.index("Round two is open")
    newest, oldest = mailbox.names(folder)
    shown = client.get(f"/demo/mailbox/{oldest}").get_data(as_text=True)
    assert '<a href="/i/mac/rounds">http://localhost/i/mac/rounds</a>, please.' in shown
    only = client.get("/demo/mailbox?to=davit.lund@workers-union.example").get_data(as_text=True)
    assert "Later" in only
    assert "Round two is open" not in only
    assert newest in only


def test_a_mail_cannot_bring_markup_or_foreign_links_into_the_page(app: Flask) -> None:
    folder = mailbox.folder_of(current_settings())
    mailbox.clear(folder)
    message = a_mail(
        subject="<b>bold</b>",
        text="<script>x</script> http://evil.example/x http://localhost.evil/y http://localhost//evil.example/z",
    )
    message.add_alternative("<img src=x onerror=alert(1)>", subtype="html")
    name = mailbox.keep(folder, message.as_bytes())
    shown = app.test_client().get(f"/demo/mailbox/{name}").get_data(as_text=True)
    assert "<script>x" not in shown
    assert "<b>bold" not in shown
    assert "<img" not in shown
    assert 'href="http://evil' not in shown
    assert 'href="http://localhost.evil' not in shown
    assert '/y"' not in shown
    assert 'href="//' not in shown


@pytest.mark.parametrize("name", ["nothing", "../secret-key", "0" * 20 + "-" + "0" * 8])
def test_no_other_file_can_be_opened_as_a_mail(app: Flask, name: str) -> None:
    with pytest.raises(NotFound):
        mailbox.mail(mailbox.folder_of(current_settings()), name)
    assert app.test_client().get(f"/demo/mailbox/{name}").status_code == 404


def test_a_mail_without_subject_date_and_known_characters_is_shown_nevertheless(tmp_path: Path) -> None:
    raw = b"From: a@example.org\r\nContent-Type: text/plain; charset=nobody-knows\r\n\r\nKl\xc3\xa4r"
    mail = mailbox.mail(tmp_path, mailbox.keep(tmp_path, raw))
    assert (mail.heading.to, mail.heading.subject, mail.heading.sent_at) == ((), "", None)
    assert "Klär" in mail.text


def test_mails_come_in_pages(app: Flask) -> None:
    folder = mailbox.folder_of(current_settings())
    mailbox.clear(folder)
    for number in range(51):
        mailbox.keep(folder, a_mail(subject=f"Mail number {number:02}").as_bytes(), arrived_ns=number)
    client = app.test_client()
    first, second = (client.get(f"/demo/mailbox?page={page}").get_data(as_text=True) for page in (1, 2))
    assert "Mail number 50" in first
    assert "Mail number 00" not in first
    assert "Mail number 00" in second
