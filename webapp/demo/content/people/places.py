"""Short names of seats and offices."""

from __future__ import annotations

from typing import Final

from webapp.base.access.actor import OfficeKind, SeatRole

HEAD: Final = SeatRole.HEAD
ALTERNATE: Final = SeatRole.ALTERNATE
DELEGATE: Final = SeatRole.DELEGATE
ADVISER: Final = SeatRole.ADVISER
CO_CHAIR: Final = OfficeKind.CO_CHAIR
SECRETARIAT: Final = OfficeKind.SECRETARIAT
