"""Fields keep what was typed and say what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from flask import Flask, g, get_template_attribute
from werkzeug.datastructures import MultiDict

from tests.base.web.conftest import Head
from tests.base.web.markup import faults
from webapp.base.kernel.errors import Refused
from webapp.base.web.fields import (
    Choice,
    ChoiceField,
    ChoicesField,
    ConcordForm,
    DayField,
    LineField,
    ListField,
    MailAddressField,
    MomentField,
    SecretField,
    TextField,
    WholeNumberField,
    YesField,
)

POSITIONS = (Choice("agree", "agree", "counts for; you support it"), Choice("object", "object"))


class Everything(ConcordForm):
    """A form with a field of every kind."""

    title = LineField("Title", limit=20, required="Give the title.", hint="As it should stand.")
    body = TextField("Body", limit=50)
    email = MailAddressField("E-mail address", limit=254)
    password = SecretField("Password")
    members = WholeNumberField("Members", required="Say how many.")
    closes_at = MomentField("Closing", required="Say when it closes.")
    day_on = DayField("Day")
    position = ChoiceField("Position", choices=POSITIONS, required="Choose a position.")
    phases = ChoicesField("Phases", choices=[Choice("a", "A"), Choice("b", "B")])
    theme = ListField("Theme", choices=[Choice("t1", "Theme one")])
    sure = YesField("I have read it", required="Say that you have read it.", hint="All of it.")


GOOD = {
    "title": "  Papers \t and  proof ",
    "body": "one  \r\ntwo\r\n\r\n",
    "members": "0",
    "closes_at": "2026-11-20T18:00",
    "day_on": "2026-11-21",
    "position": "agree",
    "phases": ["a", "b"],
    "sure": "y",
}


@pytest.fixture(autouse=True)
def _in_a_page_of_an_initiative(app: Flask) -> Iterator[None]:
    app.config["WTF_CSRF_ENABLED"] = False
    with app.test_request_context():
        g.initiative = Head()
        yield


def _form(**changed: object) -> Everything:
    form = Everything(formdata=MultiDict({**GOOD, **changed}))
    form.validate()
    return form


def test_good_input_comes_out_clean() -> None:
    form = _form()
    assert form.errors == {}
    assert form.title.data == "Papers and proof"
    assert form.body.data == "one\ntwo"
    assert form.members.data == 0
    assert form.closes_at.data == dt.datetime(2026, 11, 20, 17, 0, tzinfo=dt.UTC)
    assert form.day_on.data == dt.date(2026, 11, 21)
    assert form.phases.data == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("title", "", "Give the title."),
        ("title", " \n ", "Give the title."),
        ("title", "x" * 21, "21 characters long; at most 20 characters fit"),
        ("body", "bell \x07", "cannot be shown (U+0007)"),
        ("members", "", "Say how many."),
        ("members", "٣", "whole number"),
        ("members", "12345678901234567890", "whole number"),
        ("closes_at", "", "Say when it closes."),
        ("closes_at", "2026-03-29T02:30", "There is no 02:30 in Geneva on that day"),
        ("closes_at", "2026-10-25T02:30", "comes twice in Geneva"),
        ("closes_at", "soon", "like this"),
        ("day_on", "soon", "like this"),
        ("position", "veto", "that are offered"),
        ("phases", ["a", "z"], "that are offered"),
        ("theme", "t9", "that are offered"),
    ],
)
def test_what_cannot_be_accepted_is_told_once_and_kept(name: str, typed: object, words: str) -> None:
    form = _form(**{name: typed})
    assert list(form.errors) == [name]
    (told,) = form.errors[name]
    assert words in told
    if isinstance(typed, str) and typed.strip() and name in ("title", "members", "closes_at", "day_on"):
        assert form[name]._value() == typed


@pytest.mark.parametrize("name", ["position", "sure"])
def test_a_missing_answer_is_asked_for(name: str) -> None:
    form = Everything(formdata=MultiDict({key: value for key, value in GOOD.items() if key != name}))
    assert not form.validate()
    assert list(form.errors) == [name]


def test_composed_and_decomposed_letters_become_the_same() -> None:
    assert _form(title="e\u0301").title.data == "\u00e9"


def test_marks_of_direction_and_joiners_stay() -> None:
    assert _form(title="\u200fمی\u200cخواهم").title.data == "\u200fمی\u200cخواهم"


def test_a_moment_is_shown_in_the_zone_in_which_it_is_read() -> None:
    form = Everything(formdata=None, closes_at=dt.datetime(2026, 7, 1, 16, 0, tzinfo=dt.UTC))
    assert form.closes_at._value() == "2026-07-01T18:00"


def test_a_fresh_form_has_a_fresh_key_and_a_returned_one_keeps_its_own() -> None:
    keys = {Everything(formdata=None).idempotency_key.data for _ in range(3)}
    assert len(keys) == 3
    assert _form(idempotency_key="kept").idempotency_key.data == "kept"


def test_a_services_error_stands_at_its_field() -> None:
    form = _form()
    form.place_error("title", Refused("denied"))
    form.place_error(None, Refused("denied", field="body"))
    form.place_error(None, Refused("denied"))
    assert set(form.errors) == {"title", "body", ""}


def test_answers_can_be_offered_by_the_page() -> None:
    form = Everything(formdata=MultiDict({**GOOD, "theme": "t2"}))
    form.theme.offer([Choice("t2", "Theme two")])
    assert form.validate()


@pytest.mark.parametrize("wrong", [False, True])
def test_every_field_becomes_valid_html_with_its_hint_and_error(wrong: bool) -> None:
    form = (
        _form(title="", members="x", position="veto", phases=["z"], closes_at="x", theme="x")
        if wrong
        else _form()
    )
    form.title.errors = [*form.title.errors, *(["Two <errors>."] if wrong else [])]
    html = "<form>" + _macro("hidden")(form)
    html += "".join(_macro("field")(one) for one in form if one.name != "idempotency_key")
    html += _macro("acts")("Keep", others=[("act", "draft", "Keep as draft")], back="/") + "</form>"
    html = _macro("errors_summary")(form) + html
    assert faults(html) == []
    assert ("aria-invalid" in html) is wrong
    assert "Two <errors>" not in html
    assert 'aria-describedby="title-hint' in html
    assert "counts for; you support it" in html


def test_each_error_of_the_summary_leads_to_its_control() -> None:
    form = _form(title="", position="veto")
    html = _macro("errors_summary")(form)
    assert "Two things to mend." in html
    assert '<a href="#title">Give the title.</a>' in html
    assert 'href="#position-0"' in html
    assert 'id="position-0"' in _macro("field")(form.position)


def _macro(name: str) -> Callable[..., str]:
    macro = get_template_attribute("components/forms.html", name)
    return lambda *given, **named: str(macro(*given, **named))
