from __future__ import annotations

from pathlib import Path

import pytest

from config import InsecureSettings, load_settings

GOOD = {
    "DATABASE_URL": "postgresql://db.example/concord",
    "SECRET_KEY": "k" * 32,
    "PUBLIC_URL": "https://concord.example/",
    "TRUSTED_HOSTS": "concord.example, www.concord.example",
    "SMTP_URL": "smtp://mail.example:587?starttls=1",
    "MAIL_FROM": "Concord <concord@concord.example>",
}


def test_without_a_database_it_is_the_demo_on_this_machine_alone(tmp_path: Path) -> None:
    made = load_settings({"INSTANCE_DIR": str(tmp_path), "HOST": "0.0.0.0", "PORT": "8123"})
    assert made.is_demo
    assert (made.host, made.port, made.public_url) == ("127.0.0.1", 8123, "http://127.0.0.1:8123")
    assert made.database_url == f"sqlite:///{tmp_path / 'concord.sqlite3'}"
    assert made.trusted_hosts == ("127.0.0.1", "localhost")


def test_the_demo_keeps_its_secret_key_from_one_start_to_the_next(tmp_path: Path) -> None:
    first, second = (load_settings({"INSTANCE_DIR": str(tmp_path)}).secret_key for _ in range(2))
    assert first == second
    assert len(first) >= 32
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0
    assert load_settings({"INSTANCE_DIR": str(tmp_path / "other")}).secret_key != first


def test_with_a_database_it_is_production() -> None:
    made = load_settings(GOOD)
    assert not made.is_demo
    assert made.public_url == "https://concord.example"
    assert made.trusted_hosts == ("concord.example", "www.concord.example")
    assert not made.insecure_cookies


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "k" * 31}, "SECRET_KEY"),
        ({"PUBLIC_URL": ""}, "PUBLIC_URL"),
        ({"PUBLIC_URL": "http://concord.example"}, "PUBLIC_URL"),
        ({"TRUSTED_HOSTS": " , "}, "TRUSTED_HOSTS"),
        ({"SMTP_URL": ""}, "SMTP_URL"),
        ({"MAIL_FROM": ""}, "MAIL_FROM"),
        ({"DEBUG": "1"}, "DEBUG"),
        ({"INSECURE_COOKIES": "1"}, "INSECURE_COOKIES"),
        ({"CONCORD_MODE": "staging"}, "CONCORD_MODE"),
    ],
)
def test_production_refuses_to_start_and_names_the_setting(change: dict[str, str], word: str) -> None:
    with pytest.raises(InsecureSettings) as refused:
        load_settings({**GOOD, **change})
    (fault,) = refused.value.faults
    assert fault.startswith(word)


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(InsecureSettings) as refused:
        load_settings({"DATABASE_URL": "postgresql://db.example/concord"})
    assert len(refused.value.faults) == 5


def test_the_outbox_is_on_unless_it_is_switched_off() -> None:
    assert load_settings(GOOD).outbox_enabled
    assert not load_settings({**GOOD, "OUTBOX": "off"}).outbox_enabled
