"""The demo's commands: `flask --app wsgi demo ...`."""

from __future__ import annotations

import dataclasses
import json

import click
from flask import Flask
from flask.cli import AppGroup

from webapp.base.kernel.db import db
from webapp.base.kernel.settings import current_settings
from webapp.base.web.wording import ROLES
from webapp.demo import loader, mailbox, mailbox_server
from webapp.demo.accounts import PASSWORD, Account, accounts

demo = AppGroup("demo", help="The demo: its data, accounts and mailbox.")


def init_app(app: Flask) -> None:
    """Add the group to the application."""
    app.cli.add_command(demo)


@demo.command("load")
def load() -> None:
    """Load the demo where there are no data yet; otherwise do nothing."""
    if loader.load():
        click.echo("The demo is loaded.")
    else:
        click.echo("There are data already; nothing was loaded.")


@demo.command("accounts")
@click.option("--json", "as_json", is_flag=True, help="A list of objects instead of a table.")
def list_accounts(as_json: bool) -> None:
    """Print the accounts with which the demo can be used."""
    found = accounts(db.session())
    if as_json:
        click.echo(json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo("There are no demo accounts; load them with: flask --app wsgi demo load")
        return
    click.echo(f"Password of every demo account: {PASSWORD}")
    width = max(len(one.email) for one in found)
    for one in found:
        click.echo(f"  {one.email:<{width}}  {_described(one)}")


@demo.command("mailbox-server")
@click.option("--port", type=click.IntRange(1, 65535), required=True, help="The port on 127.0.0.1.")
def serve_mailbox(port: int) -> None:
    """Take every mail and keep it for the mailbox page, until stopped."""
    mailbox_server.serve(mailbox.folder_of(current_settings()), port)


def _described(account: Account) -> str:
    held = ", ".join(str(ROLES[role]) for role in account.roles)
    return ", ".join(part for part in (account.name, account.delegation, held) if part)
