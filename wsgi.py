"""The application for a WSGI server and for the command line (`flask --app wsgi`)."""

from config import InsecureSettings
from webapp.app import create_app

try:
    app = create_app()
except InsecureSettings as refusal:
    # The sentences are what the operator needs; a traceback would bury them.
    raise SystemExit(f"Concord does not start with these settings.\n{refusal}") from None
