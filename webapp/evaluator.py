"""`flask --app wsgi decisions evaluate` by itself: no settings, no folder, no database, no server."""

from __future__ import annotations

import sys

import click
from flask import Flask
from flask.cli import AppGroup

from webapp.features.decisions.rules import command

decisions = AppGroup("decisions", help="Decisions and their records.")


def create_evaluator() -> Flask:
    """An application that can only evaluate records, so that a sceptic can do it anywhere."""
    app = Flask("webapp")
    app.cli.add_command(decisions)
    return app


@decisions.command("evaluate", with_appcontext=False)
@click.argument("source")
def evaluate(source: str) -> None:
    """Print the outcome of a decision's record (FILE, or - for standard input) as JSON.

    Exit status 2 and one line per fault on standard error where the record is not valid.
    """
    sys.exit(command.run(source, sys.stdin.buffer, sys.stdout.buffer, sys.stderr.buffer))
