"""The application for a WSGI server and for the command line (`flask --app wsgi`)."""

import sys
from itertools import pairwise

from flask import Flask

from config import InsecureSettings


def _application() -> Flask:
    # Whoever recomputes an outcome has no settings to give, and must need none.
    if ("decisions", "evaluate") in pairwise(sys.argv):
        from webapp.evaluator import create_evaluator

        return create_evaluator()
    from webapp.app import create_app

    try:
        return create_app()
    except InsecureSettings as refusal:
        # The sentences are what the operator needs; a traceback would bury them.
        raise SystemExit(f"Concord does not start with these settings.\n{refusal}") from None


app = _application()
