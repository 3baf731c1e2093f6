"""How long proofs, changes of address and recoveries last, and when each may be used."""

from __future__ import annotations

import datetime as dt

from webapp.base.kernel.errors import Invalid, Refused

PROOF_LASTS = dt.timedelta(minutes=15)
"""For so long after proving who one is, ways to sign in may be changed (ASVS 5.0, 7.5.1)."""
STEP_LIVES = dt.timedelta(minutes=10)
"""How long the second factor may follow the password."""
CHALLENGE_LIVES = dt.timedelta(minutes=5)
ADDRESS_CONFIRMED_WITHIN = dt.timedelta(days=3)
ADDRESS_UNDONE_WITHIN = dt.timedelta(days=14)
RECOVERY_WAITS = dt.timedelta(hours=24)
"""Between starting a recovery and using it: time in which the person can object."""
RECOVERY_LIVES = dt.timedelta(days=7)
MOST_PASSKEYS = 20

CONFIRM_PURPOSE = "address-confirm"
CANCEL_PURPOSE = "address-cancel"
RECOVERY_PURPOSE = "recovery"


def is_fresh(proved_at: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether a person proved just now who it is."""
    return proved_at is not None and now - PROOF_LASTS <= proved_at


def check_fresh(proved_at: dt.datetime | None, now: dt.datetime) -> None:
    """Raises Refused where the proof is too old."""
    if not is_fresh(proved_at, now):
        raise Refused("people.prove_first")


def check_step(used_at: dt.datetime | None, expires_at: dt.datetime, now: dt.datetime) -> None:
    """Raises Refused where a half-finished sign-in was finished, or took too long."""
    if used_at is not None or now >= expires_at:
        raise Refused("people.step_over")


def check_confirms(
    confirmed_at: dt.datetime | None,
    cancelled_at: dt.datetime | None,
    expires_at: dt.datetime,
    now: dt.datetime,
) -> None:
    """Raises Refused where a change of address can no longer be confirmed."""
    if confirmed_at is not None or cancelled_at is not None or now >= expires_at:
        raise Refused("people.link_dead")


def check_undoes(cancelled_at: dt.datetime | None, undo_until: dt.datetime, now: dt.datetime) -> None:
    """Raises Refused where a change of address can no longer be taken back."""
    if cancelled_at is not None or now >= undo_until:
        raise Refused("people.link_dead")


def check_recovers(
    used_at: dt.datetime | None,
    cancelled_at: dt.datetime | None,
    ready_at: dt.datetime,
    expires_at: dt.datetime,
    now: dt.datetime,
) -> None:
    """Raises Refused where a recovery is over, or not yet to be used."""
    if used_at is not None or cancelled_at is not None or now >= expires_at:
        raise Refused("people.link_dead")
    if now < ready_at:
        raise Refused("people.recovery_waits", at=ready_at)


def check_name_of_passkey(name: str, have: int) -> None:
    """Raises Invalid without a name, Refused where there are too many."""
    if not name.strip():
        raise Invalid("people.no_passkey_name", field="name")
    if have >= MOST_PASSKEYS:
        raise Refused("people.too_many_passkeys", most=MOST_PASSKEYS)
