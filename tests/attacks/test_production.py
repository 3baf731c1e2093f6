"""In production the demo does not exist, and unfit settings are told in sentences."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from config import InsecureSettings, Settings, load_settings
from webapp.app import create_app


@pytest.fixture
def production(settings: Settings, database: object) -> Flask:
    return create_app(
        load_settings(
            {
                "CONCORD_MODE": "production",
                "DATABASE_URL": settings.database_url,
                "SECRET_KEY": "k" * 40,
                "INSTANCE_DIR": str(settings.instance_dir),
                "PUBLIC_URL": "https://concord.example",
                "TRUSTED_HOSTS": "concord.example",
                "SMTP_URL": "smtp://mail.example",
                "MAIL_FROM": "concord@concord.example",
            }
        )
    )


def test_no_route_of_the_demo_exists_in_production(production: Flask) -> None:
    demo = [
        rule.rule
        for rule in production.url_map.iter_rules()
        if "demo" in rule.rule or "demo" in rule.endpoint
    ]
    assert demo == []
    client = production.test_client()
    for address in ("/demo/mailbox", "/demo/mailbox/x", "/demo/time"):
        assert client.get(address, base_url="https://concord.example").status_code == 404


def test_the_sign_in_page_of_production_shows_no_account(production: Flask) -> None:
    page = production.test_client().get("/sign-in", base_url="https://concord.example").text
    assert "concord-demo" not in page
    assert "/demo/" not in page


@pytest.mark.parametrize("words", [["load"], ["accounts", "--json"], ["mailbox-server", "--port", "1"], []])
def test_the_commands_of_the_demo_are_refused_in_production(production: Flask, words: list[str]) -> None:
    ran = production.test_cli_runner().invoke(args=["demo", *words])
    assert ran.exit_code == 2
    assert "only in demo mode" in ran.output


def test_cookies_of_production_travel_over_https_alone(production: Flask) -> None:
    answer = production.test_client().get("/sign-in", base_url="https://concord.example")
    cookie = answer.headers["Set-Cookie"]
    assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax"))
    assert "Strict-Transport-Security" in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "concord.example.evil.example", "127.0.0.1"])
def test_another_host_is_refused_in_production(production: Flask, host: str) -> None:
    answer = production.test_client().get("/sign-in", headers={"Host": host})
    assert answer.status_code == 400
    assert host not in answer.text


@pytest.mark.parametrize("name", ["PORT", "WEB_WORKERS", "WEB_THREADS"])
@pytest.mark.parametrize("given", ["abc", "-1", "0", "8000.5", "99999999"])
def test_a_number_that_is_none_is_named(tmp_path: Path, name: str, given: str) -> None:
    with pytest.raises(InsecureSettings) as refused:
        load_settings({"INSTANCE_DIR": str(tmp_path), name: given})
    (fault,) = refused.value.faults
    assert fault.startswith(f"{name} is {given!r}")


def test_the_program_says_a_sentence_and_no_traceback(tmp_path: Path, repository: Path) -> None:
    environ = {**os.environ, "PORT": "abc", "INSTANCE_DIR": str(tmp_path)}
    for program in (["-c", "import wsgi"], ["-m", "deploy.supervisor"]):
        ran = subprocess.run(
            [sys.executable, *program],
            cwd=repository,
            env=environ,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ran.returncode != 0
        assert "PORT is 'abc'" in ran.stderr + ran.stdout
        assert "Traceback" not in ran.stderr


def test_settings_do_not_show_their_secrets(settings: Settings) -> None:
    shown = repr(dataclasses.replace(settings, smtp_url="smtp://me:hidden@mail.example"))
    assert settings.secret_key not in shown
    assert "hidden" not in shown
