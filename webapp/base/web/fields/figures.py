"""Fields of numbers, moments and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from wtforms import Field, widgets

from webapp.base.kernel.errors import Invalid
from webapp.base.web.fields.form import settings
from webapp.base.web.messages import Words, official_zone, sentence, sentence_of
from webapp.base.web.zoned import local_text, read_day, read_moment


class WholeNumberField(Field):
    """A whole number in figures."""

    widget = widgets.NumberInput(step="1")
    data: int | None

    def __init__(self, label: str, *, required: Words | None = None, hint: Words = "", **more: Any) -> None:
        super().__init__(label, **settings(required, hint, more))

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else "" if self.data is None else str(self.data)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the figures; at most nine, so that every database holds the number."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if not typed:
            return
        figures = typed.removeprefix("-")
        if not (figures.isascii() and figures.isdigit() and len(figures) <= 9):
            raise ValueError(sentence_of("text.not_a_number", {}))
        self.data = int(typed)


class MomentField(Field):
    """Date and time typed in a named zone, the initiative's unless `zone` says otherwise; gives a moment in UTC."""

    widget = widgets.DateTimeLocalInput()
    data: dt.datetime | None

    def __init__(
        self,
        label: str,
        *,
        zone: str | Callable[[], str] = official_zone,
        required: Words | None = None,
        hint: Words = "",
        **more: Any,
    ) -> None:
        super().__init__(label, **settings(required, hint, more))
        self._zone = zone

    @property
    def zone(self) -> str:
        """The zone in which the field is read and shown."""
        return self._zone() if callable(self._zone) else self._zone

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return local_text(self.data, self.zone) if self.data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the moment; one that the clocks skip or repeat is refused."""
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            self.data = read_moment(valuelist[0], self.zone)
        except Invalid as error:
            raise ValueError(sentence(error)) from error


class DayField(Field):
    """A day without a time."""

    widget = widgets.DateInput()
    data: dt.date | None

    def __init__(self, label: str, *, required: Words | None = None, hint: Words = "", **more: Any) -> None:
        super().__init__(label, **settings(required, hint, more))

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return self.data.isoformat() if self.data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the day."""
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            self.data = read_day(valuelist[0])
        except Invalid as error:
            raise ValueError(sentence(error)) from error
