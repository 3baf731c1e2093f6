"""Changes of an account that take more than one step: another address, and help when everything is lost."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.base.kernel.db import Base, Id, Identified, Moment


class AddressChange(Identified, Base):
    """Another address, asked for by the person, confirmed from the new one, and to be undone from the old one."""

    __tablename__ = "address_change"
    __table_args__ = (CheckConstraint("kind IN ('sign_in', 'delivery')", name="kind"),)
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    """`sign_in` for the name with which one signs in, `delivery` for where notices go."""
    old_address: Mapped[str] = mapped_column(String(254))
    new_address: Mapped[str] = mapped_column(String(254))
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    expires_at: Mapped[dt.datetime] = mapped_column(Moment)
    """Until when it can be confirmed."""
    undo_until: Mapped[dt.datetime] = mapped_column(Moment)
    """Until when the old address can take it back."""
    confirmed_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    cancelled_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class AccountRecovery(Identified, Base):
    """Help for somebody who lost every way in, started by an officer or administrator and told to the person."""

    __tablename__ = "account_recovery"
    person_id: Mapped[str] = mapped_column(Id, ForeignKey("person.id"), index=True)
    started_by: Mapped[str] = mapped_column(Id, ForeignKey("person.id"))
    initiative_id: Mapped[str | None] = mapped_column(Id)
    """For which initiative an officer started it, so that its secretariat reads what became of it."""
    reason: Mapped[str] = mapped_column(Text)
    created_at: Mapped[dt.datetime] = mapped_column(Moment)
    ready_at: Mapped[dt.datetime] = mapped_column(Moment)
    """From when the person can use it; until then there is time to object."""
    expires_at: Mapped[dt.datetime] = mapped_column(Moment)
    used_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    cancelled_at: Mapped[dt.datetime | None] = mapped_column(Moment)
