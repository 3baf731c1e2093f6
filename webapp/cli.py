"""The command line: `flask --app wsgi ...`."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from flask import Flask, current_app, url_for
from flask.cli import AppGroup

from config import Settings
from webapp import reactions
from webapp.base.kernel import clock
from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.kernel.links import sign_link
from webapp.base.kernel.settings import current_settings
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.messages import sentence
from webapp.evaluator import decisions
from webapp.features.initiatives import queries as initiatives
from webapp.features.people import service as people
from webapp.features.people.rules import LINK_PURPOSE
from webapp.outlets.audit import queries as journal_queries
from webapp.outlets.audit.reconcile import reconcile as reconcile_all
from webapp.outlets.audit.rules import Verified, read_export, verify, write_export
from webapp.outlets.notifications import reconcile as deliveries
from webapp.outlets.search import service as index

SITE = "site"

admin = AppGroup("admin", help="Site administrators.")
journal = AppGroup("journal", help="The journal: verify and export.")
search = AppGroup("search", help="The index of the search.")


def init_app(app: Flask, settings: Settings) -> None:
    """Add the commands to the application."""
    for group in (admin, decisions, journal, search):
        app.cli.add_command(group)
    app.cli.add_command(reconcile)
    if settings.is_demo:
        from webapp.demo import commands

        commands.init_app(app)
    else:
        app.cli.add_command(no_demo)


@admin.command("create")
@click.argument("mail")
@click.option("--name", default="", help="The person's name; without one the address stands in.")
@click.option("--print-link", is_flag=True, help="Print the link too, where mail does not go out yet.")
def create_administrator(mail: str, name: str, print_link: bool) -> None:
    """Make a site administrator and send a one-time link that sets a password."""
    try:
        with unit_of_work() as work:
            link = people.create_administrator(work, mail, name.strip() or mail.strip())
    except CodedError as error:
        raise click.ClickException(sentence(error)) from error
    click.echo(f"A one-time link goes to {mail.strip().lower()}; it sets a password and lives 14 days.")
    if print_link or current_settings().is_demo:
        click.echo(_address_of(link.id))


@journal.command("verify")
@click.option("--chain", help="Only this chain: an initiative's short name, or site.")
@click.option("--kept", multiple=True, metavar="SEQUENCE:HASH", help="A hash that somebody noted.")
@click.option("--export", "export", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify_journal(chain: str | None, kept: tuple[str, ...], export: Path | None) -> None:
    """Recompute the chains of the database, or one of an export; exit 1 where an entry does not fit."""
    noted = dict(_noted(one) for one in kept)
    if noted and chain is None and export is None:
        raise click.UsageError("Kept hashes belong to one chain: name it with --chain.")
    if export is not None:
        sys.exit(0 if _verify_export(export, noted) else 1)
    session = db.session()
    wanted = [_chain_id(chain)] if chain else journal_queries.chains(session)
    results = [_told(one, journal_queries.verified(session, one, noted)) for one in wanted]
    sys.exit(0 if all(results) else 1)


@journal.command("export")
@click.argument("chain")
def export_journal(chain: str) -> None:
    """Print a whole chain with all its bodies as JSON, for keeping and for `verify --export`."""
    identifier = _chain_id(chain)
    click.echo(write_export(identifier, journal_queries.entries(db.session(), identifier)), nl=False)


@search.command("rebuild")
def rebuild_search() -> None:
    """Make every entry of the index anew from what is there; people can search meanwhile."""
    click.echo(f"{index.rebuild()} parts of the index are made anew")


@click.command("reconcile")
def reconcile() -> None:
    """Say what is due, what was lost or doubled, and how far the journal holds; exit 1 where something is off."""
    session = db.session()
    now = clock.now(session)
    report = reconcile_all(session, now, reactions.REACTIONS)
    findings = [*report.findings, *deliveries.findings(session, now)]
    for line in (*report.lines, *deliveries.figures(session)):
        click.echo(line)
    for finding in findings:
        click.echo(f"off: {finding}")
    if not findings:
        click.echo("nothing is off")
    sys.exit(1 if findings else 0)


@click.command("demo", context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def no_demo() -> None:
    """Refuse the demo's commands outside the demo."""
    click.echo("The demo's commands exist only in demo mode (CONCORD_MODE=demo).", err=True)
    sys.exit(2)


def _address_of(link_id: str) -> str:
    settings = current_settings()
    token = sign_link(settings.secret_key, LINK_PURPOSE, link_id)
    with current_app.test_request_context(base_url=settings.public_url):
        return url_for("people.set_password", token=token, _external=True)


def _noted(kept: str) -> tuple[int, str]:
    sequence, _, noted = kept.partition(":")
    if not sequence.isdigit() or len(noted) < 8:
        raise click.UsageError(f"{kept!r} is not SEQUENCE:HASH; give at least eight characters of the hash.")
    return int(sequence), noted


def _chain_id(name: str) -> str:
    if name == SITE:
        return SITE
    initiative = initiatives.head_by_slug(db.session(), name)
    if initiative is None:
        raise click.UsageError(f"There is no initiative {name!r}.")
    return initiative.id


def _verify_export(path: Path, noted: dict[int, str]) -> bool:
    try:
        chain, entries = read_export(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{path.name}: {error}") from error
    return _told(chain, verify(entries, noted))


def _told(chain: str, result: Verified) -> bool:
    if result.fault is None:
        click.echo(f"{chain}: verified up to entry {result.entries}, last hash {result.last_hash}")
        return True
    click.echo(
        f"{chain}: verified up to entry {result.entries}; entry {result.fault.sequence}: {result.fault.damage}"
    )
    return False
