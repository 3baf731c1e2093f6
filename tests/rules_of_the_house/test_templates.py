from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.rules_of_the_house.sources import ROOT, short, templates

TEMPLATES = ROOT / "webapp" / "templates"
PAGES = [path for path in templates() if path.suffix == ".html"]
COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", re.DOTALL)
CSS_CLASS = re.compile(r"\{%-?\s*block main_class\b.*?endblock\s*-?%\}", re.DOTALL)
TAG_OF_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
TO_BE_TYPED = re.compile(r"<(code|kbd|pre|samp)\b.*?</\1>", re.DOTALL)
ENTITY = re.compile(r"&[#\w]+;")
INLINE = re.compile(
    r"<style|\sstyle=|javascript:|\son(?:click|change|submit|input|load|error|focus|blur|key\w+|mouse\w+)="
)
NAMES = {"Concord"}
"""Words that are the same in every language."""
ANSWERS = {"components/words.html": {"yes"}}
"""What one macro says to another."""
SPOKEN = re.compile(r"\b(?:title|alt|aria-label|placeholder)=\"([^\"]*[A-Za-z][^\"]*)\"")


def naked(source: str) -> str:
    """The source without comments, translations and what Jinja fills in."""
    return TAG_OF_JINJA.sub(" ", CSS_CLASS.sub(" ", TRANSLATED.sub(" ", COMMENT.sub(" ", source))))


def with_partials(path: Path) -> str:
    """The source with the templates that it includes."""
    source = COMMENT.sub("", path.read_text())
    return re.sub(r"\{% include \"([^\"]+)\" %\}", lambda found: with_partials(TEMPLATES / found[1]), source)


def words_outside_translation(source: str) -> list[str]:
    text = ENTITY.sub(" ", TAG.sub("\n", TO_BE_TYPED.sub(" ", naked(source))))
    found = [line.strip() for line in text.splitlines() if re.search(r"[^\W\d_]{2}", line)]
    return [line for line in found if line.strip("· ") not in NAMES]


@pytest.mark.parametrize("path", PAGES, ids=short)
def test_no_style_or_script_stands_in_a_page(path: Path) -> None:
    if path.is_relative_to(TEMPLATES / "notices"):
        return
    source = naked(path.read_text())
    assert INLINE.findall(source) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)", source) == []


@pytest.mark.parametrize("path", PAGES, ids=short)
def test_no_page_asks_another_host(path: Path) -> None:
    assert re.findall(r"(?:src|href|action)=\"(?:https?:)?//", path.read_text()) == []


@pytest.mark.parametrize("path", templates(), ids=short)
def test_every_sentence_can_be_translated(path: Path) -> None:
    source = path.read_text()
    answers = ANSWERS.get(str(path.relative_to(TEMPLATES)), set())
    assert [line for line in words_outside_translation(source) if line not in answers] == []
    assert SPOKEN.findall(naked(source)) == []


@pytest.mark.parametrize("path", PAGES, ids=short)
def test_every_form_that_posts_carries_its_tokens(path: Path) -> None:
    forms = re.findall(r"<form\b.*?</form>", with_partials(path), re.DOTALL)
    posting = [form for form in forms if re.search(r"method=\"post\"", form, re.IGNORECASE)]
    assert [
        form[:80] for form in posting if not re.search(r"\b(?:tokens|hidden)\(|name=\"csrf_token\"", form)
    ] == []


@pytest.mark.parametrize("path", PAGES, ids=short)
def test_a_form_in_which_much_is_written_keeps_the_words_on_the_device(path: Path) -> None:
    forms = re.findall(r"<form\b.*?</form>", with_partials(path), re.DOTALL)
    written = [form for form in forms if re.search(r"\btext_area\(|\brows=\d", form)]
    assert [form[:80] for form in written if "keeping(" not in form] == []


def test_every_template_compiles(whole_app: Flask) -> None:
    for path in templates():
        whole_app.jinja_env.get_template(str(path.relative_to(TEMPLATES)))
