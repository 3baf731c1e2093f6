"""The page of an error gives back what was typed, and nothing else: no choice in words of the database, no hidden field."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Flask
from wtforms import BooleanField, Field, FileField, HiddenField, PasswordField, SelectField
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.widgets import HiddenInput

from webapp.base.web.typed import CHOSEN, LABELS, MACHINERY

NOT_TYPED = (SelectField, BooleanField, HiddenField)
ALSO_TYPED = {"time_zone"}
"""Chosen on one page, typed with suggestions on another; as quickly done again."""


def fields(kind: type[BaseForm] = BaseForm) -> Iterator[tuple[str, type[Field]]]:
    """The fields of every form of ours, by name."""
    form: type
    for form in kind.__subclasses__():
        yield from fields(form)
        if form.__module__.startswith("webapp."):
            for name, field in vars(form).items():
                if isinstance(field, UnboundField) and not isinstance(
                    field.kwargs.get("widget"), HiddenInput
                ):
                    yield name, field.field_class


def test_every_field_of_choice_is_known_as_one(whole_app: Flask) -> None:
    chosen = {name for name, kind in fields() if issubclass(kind, NOT_TYPED)}
    assert chosen - CHOSEN - MACHINERY == set()


def test_no_typed_words_are_left_out(whole_app: Flask) -> None:
    typed = {name for name, kind in fields() if not issubclass(kind, NOT_TYPED)}
    assert {"body", "reason", "text"} <= typed
    assert typed & CHOSEN == ALSO_TYPED
    assert set(LABELS) <= typed


def test_what_was_typed_stands_under_words_and_not_under_the_name_of_a_field(whole_app: Flask) -> None:
    typed = {name for name, kind in fields() if not issubclass(kind, (*NOT_TYPED, PasswordField, FileField))}
    assert typed - CHOSEN - MACHINERY - set(LABELS) == set()
