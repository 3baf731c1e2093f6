from __future__ import annotations

import socket
from pathlib import Path

from config import load_settings
from deploy import parts
from deploy.part import free_port
from deploy.supervisor import only_one
from tests.deploy.test_reset import program


def test_a_taken_port_is_told_in_a_sentence_and_nothing_is_started(repository: Path, tmp_path: Path) -> None:
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        done = program(repository, "deploy.supervisor", tmp_path, PORT=str(port))
    assert done.returncode == 1
    assert done.stdout == (
        f"Port {port} is taken by another program. Choose another: PORT={port + 1} make run\n"
    )


def test_two_supervisors_never_share_a_folder(repository: Path, tmp_path: Path) -> None:
    with only_one(tmp_path):
        done = program(repository, "deploy.supervisor", tmp_path, PORT=str(free_port()))
    assert done.returncode == 1
    assert "already runs" in done.stdout


def test_production_without_its_settings_names_each_that_is_missing(repository: Path, tmp_path: Path) -> None:
    done = program(repository, "deploy.supervisor", tmp_path, CONCORD_MODE="production")
    assert done.returncode == 2
    assert {line.split()[0] for line in done.stdout.splitlines()} >= {"SECRET_KEY", "PUBLIC_URL", "SMTP_URL"}


def test_the_demo_is_served_to_this_machine_only(tmp_path: Path) -> None:
    settings = load_settings({"INSTANCE_DIR": str(tmp_path), "HOST": "0.0.0.0", "PORT": "8100"})
    assert "127.0.0.1:8100" in parts.web(settings).command


def test_an_address_of_the_newer_kind_is_written_in_brackets(tmp_path: Path) -> None:
    settings = load_settings(
        {
            "INSTANCE_DIR": str(tmp_path),
            "CONCORD_MODE": "production",
            "HOST": "::",
            "SECRET_KEY": "x" * 32,
            "PUBLIC_URL": "https://concord.example",
            "TRUSTED_HOSTS": "concord.example",
            "SMTP_URL": "smtp://mail.example",
            "MAIL_FROM": "concord@concord.example",
        }
    )
    assert "[::]:8000" in parts.web(settings).command
    assert parts.local_host(settings) == "::1"
