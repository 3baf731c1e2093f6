"""What happens to an account, one of each kind that its person is told of."""

from __future__ import annotations

import datetime as dt
from typing import Any

from webapp.base.kernel.events import Event
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.features.people import events as happened
from webapp.features.people.models import AccountRecovery, AddressChange

DAY = dt.timedelta(days=1)
OLD, NEW = "old.address@cast.example", "new.address@cast.example"


def account_events(person_id: str, started_by: str) -> list[Event]:
    """The events, with a change of address and a recovery that they are about."""
    change_id, recovery_id = _rows(person_id, started_by)
    own: dict[str, Any] = {"initiative_id": None, "object_id": person_id}
    device = {"browser": "firefox", "system": "linux"}
    change = {"change_id": change_id, "kind": "sign_in"}
    return [
        happened.PasswordSet(**own),
        happened.NewDeviceUsed(**own, **device),
        happened.SecondFactorFailed(**own),
        *(
            happened.SecondFactorChanged(**own, what=what, label="blue <key>")
            for what in happened.FactorChange
        ),
        happened.RecoveryCodeUsed(**own, left=1),
        happened.AddressChangeAsked(**own, **change),
        happened.AddressChanged(**own, **change),
        happened.AddressChangeCancelled(**own, **change, undone=True),
        happened.RecoveryStarted(**own, recovery_id=recovery_id, reason="I know the voice."),
        happened.RecoveryCancelled(**own, recovery_id=recovery_id),
        happened.RecoveryUsed(**own, recovery_id=recovery_id),
    ]


def _rows(person_id: str, started_by: str) -> tuple[str, str]:
    with unit_of_work() as work:
        now = work.now()
        change = AddressChange(
            person_id=person_id,
            kind="sign_in",
            old_address=OLD,
            new_address=NEW,
            created_at=now,
            expires_at=now + 3 * DAY,
            undo_until=now + 14 * DAY,
        )
        recovery = AccountRecovery(
            person_id=person_id,
            started_by=started_by,
            reason="I know the voice.",
            created_at=now,
            ready_at=now + DAY,
            expires_at=now + 7 * DAY,
        )
        work.session.add_all([change, recovery])
        work.session.flush()
        return change.id, recovery.id
