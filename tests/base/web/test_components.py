"""Components render what they are given, valid and escaped, and say to the ear what the eye sees."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from flask import Flask, g, get_template_attribute, render_template_string

from tests.base.web.conftest import Head
from tests.base.web.markup import faults
from webapp.base.access.actor import Capacity


@dataclass(frozen=True)
class Change:
    kind: str
    text: str


@dataclass(frozen=True)
class Run:
    text: str
    emphasis: bool = False
    marks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Words:
    runs: tuple[Run, ...] = ()
    is_bracket: bool = False


@dataclass(frozen=True)
class Alternative:
    words: Words = Words()
    placeholder: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bracket:
    alternatives: tuple[Alternative, ...]
    is_bracket: bool = True


@dataclass(frozen=True)
class Tree:
    parts: tuple[Words | Bracket, ...]


@pytest.fixture(autouse=True)
def _in_a_page(app: Flask) -> Iterator[None]:
    with app.test_request_context("/of/mac"):
        g.initiative = Head()
        yield


def _macro(file: str, name: str) -> Callable[..., str]:
    macro = get_template_attribute(f"components/{file}.html", name)
    return lambda *given, **named: str(macro(*given, **named))


def _heard(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def _seen(html: str) -> str:
    return re.sub(r"<[^>]+>", "", re.sub(r'<span class="vh">.*?</span>', "", html))


def test_a_comparison_shows_exactly_its_words_and_announces_changes() -> None:
    changes = [
        Change("equal", "States "),
        Change("delete", "may"),
        Change("insert", "shall"),
        Change("equal", " go <b>."),
    ]
    html = _macro("words", "redline")(changes, ("may", "shall"))
    assert _seen(html) == "States mayshall go &lt;b&gt;."
    assert 'class="strength"' in html
    assert "deleted, change of strength: may (end of deletion)" in _heard(html)
    assert faults(html) == []


def test_a_comparison_without_changes_is_its_text() -> None:
    assert _macro("words", "redline")([Change("equal", "one\ntwo")]) == "one<br>two"


def test_brackets_are_announced_and_proponents_named_only_where_they_may_be() -> None:
    ensure = Alternative(Words((Run("ensure"),)), names=("PHL", "USA"))
    seek = Alternative(Words((Run("seek to "), Run("ensure", emphasis=True))), names=("IOM",))
    tree = Tree((Words((Run("States "),)), Bracket((ensure, seek)), Words((Run(" access."),))))
    named, unnamed = _macro("words", "tree")(tree), _macro("words", "tree")(tree, names=False)
    assert faults(f"<p>{named}</p>") == []
    assert "Not agreed, two alternatives." in _heard(named)
    assert "PHL, USA" in named
    assert "PHL" not in unnamed
    assert _seen(unnamed) == "States ensureseek to ensure access."


def test_words_that_may_go_placeholders_and_nothing_are_said() -> None:
    one = Bracket((Alternative(Words((Run("where possible"),))),))
    open_ends = Bracket((Alternative(placeholder=True), Alternative()))
    heard = _heard(_macro("words", "tree")(Tree((one, open_ends))))
    assert "Not agreed, may be deleted: where possible" in heard
    assert "words to come" in heard
    assert "no words" in heard


def test_commented_words_are_marked_and_the_opened_ones_current() -> None:
    html = _macro("words", "words")(Words((Run("a", marks=(0,)), Run("b", marks=(1,)))), 1)
    assert html == '<mark class="said">a</mark><mark class="said" aria-current="true">b</mark>'


def test_a_responsibility_is_one_line_of_pairs() -> None:
    html = _macro("words", "responsibility")(
        ["employers", "recruiters"], "workers", "return", ["post-crisis"], "should"
    )
    assert "Bearers" in html
    assert faults(html) == []


def test_marks_never_speak_alone() -> None:
    for html, words in (
        (_macro("marks", "constituency")("state"), "state"),
        (_macro("marks", "delegation")("Kestoria <x>", "state"), "state: Kestoria &lt;x&gt;"),
        (_macro("marks", "delegation")(None, "civil_society"), "a civil society organisation"),
        (_macro("marks", "delegation")(None, None), "a delegation"),
        (_macro("marks", "status")("agreed"), "agreed"),
        (_macro("marks", "seen")("caucus", "Friends of seafarers"), "Seen by: Friends of seafarers"),
        (_macro("marks", "seen")("chairs"), "Seen by: the co-chairs"),
        (_macro("marks", "strength_flag")("may", "shall", "up"), "Changes strength: may → shall"),
        (_macro("marks", "tag")("noted"), "noted"),
    ):
        assert _heard(html).strip() == words
        assert faults(html) == []


def test_a_deadline_tells_the_official_moment_first() -> None:
    html = _macro("marks", "due")(dt.datetime(2036, 11, 20, 17, 0, tzinfo=dt.UTC))
    assert _heard(html).startswith("Thursday 20 November 2036, 18:00 in Geneva · in ")
    assert 'datetime="2036-11-20T18:00+01:00"' in html
    assert faults(html) == []


def test_a_count_leads_to_what_it_counts_and_a_zero_nowhere() -> None:
    assert _macro("marks", "count")(1200, "/x") == '<a href="/x">1,200</a>'
    assert "<a" not in _macro("marks", "count")(0, "/x")


def test_tables_empties_dialogs_and_measures_are_valid() -> None:
    capacity = Capacity("p1", "Ines", "head", "d1", "Workers")
    html = render_template_string(
        """
        {% from "components/tables.html" import table, head, number_cell, progress %}
        {% from "components/empty.html" import empty %}
        {% from "components/dialog.html" import confirm, acting_as %}
        {% from "components/forms.html" import button %}
        {% call table("t", "Comments", "Every number leads on", wide=true) %}
        {{ head(["Principle", ("comments", true)]) }}
        <tbody><tr><th scope="row">2</th>{{ number_cell(0) }}{{ number_cell(48, "/c") }}</tr></tbody>
        {% endcall %}
        {{ progress(23, 61) }}{{ progress(3, 4, constituency_name="state") }}{{ progress(0, 0) }}
        {% call empty("No rounds yet", "/plan", "Plan a round") %}Choose a revision.{% endcall %}
        {{ empty("Nothing here") }}
        {% call confirm("Break silence?", "/break", "Break silence now", "/", grave=true,
                        values={"why": "<x>", "on": ["1", "2"]}) %}
        {{ acting_as(capacity) }}
        {% endcall %}
        {{ button("/ack", "Seen, no objection", values={"id": "7"}) }}
        """,
        capacity=capacity,
    )
    assert faults(html) == []
    assert "You act as head of delegation, for Workers." in html
    assert "23 of 61" in html
    assert html.count('name="on"') == 2
    assert 'value="&lt;x&gt;"' in html
    assert "btn-grave" in html
