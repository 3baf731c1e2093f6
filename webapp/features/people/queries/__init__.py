"""Reading persons, their sessions, their second factors and what happened to their accounts."""

from webapp.features.people.queries.changes import (
    address_change,
    recovery,
    running_recovery,
    waiting_changes,
)
from webapp.features.people.queries.factors import Factors, factors_of, passkeys_of, unused_codes
from webapp.features.people.queries.log import LogEntry, log_of
from webapp.features.people.queries.persons import one_time_link, person, person_by_email
from webapp.features.people.queries.sessions import (
    Failures,
    failures,
    is_running,
    proved_at,
    sessions_of,
    sign_in_step,
    visit,
)

__all__ = [
    "Factors",
    "Failures",
    "LogEntry",
    "address_change",
    "factors_of",
    "failures",
    "is_running",
    "log_of",
    "one_time_link",
    "passkeys_of",
    "person",
    "person_by_email",
    "proved_at",
    "recovery",
    "running_recovery",
    "sessions_of",
    "sign_in_step",
    "unused_codes",
    "visit",
    "waiting_changes",
]
