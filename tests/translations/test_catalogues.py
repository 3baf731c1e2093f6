"""The catalogue of each language: whole, in order, and in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message

from deploy import catalogues

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}")
SAME = {
    "fr": {
        "Action",
        "Code",
        "Consensus",
        "Filipino",
        "Initiative",
        "Initiatives",
        "Invitation",
        "Pages",
        "Phase",
        "Phases",
        "Position",
        "Positions",
        "Question",
        "SHA-256",
        "Total",
        "Type",
        "Version",
        "Version %(number)s",
        "caucus",
        "dissociation",
        "public",
        "six",
    }
}
"""Sentences that read the same in this language."""


@pytest.fixture(scope="module", params=catalogues.languages())
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def catalog(language: str) -> Catalog:
    return catalogues.read(language)


def entries(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def forms(said: object) -> list[str]:
    """A sentence in the singular and the plural, or the only one."""
    return [str(form) for form in said] if isinstance(said, tuple | list) else [str(said)]


def placeholders(text: str) -> list[str]:
    return sorted(found[0] for found in PLACEHOLDER.finditer(text))


def test_the_catalogue_holds_what_the_sources_say(catalog: Catalog, language: str) -> None:
    lies_there = catalogues.path_of(language).read_bytes()
    assert lies_there == catalogues.written(catalogues.renewed(catalog, language)), "run `make catalogues`"


def test_the_program_reads_what_people_read(catalog: Catalog, language: str) -> None:
    of_program = catalogues.path_of(language).with_suffix(".mo").read_bytes()
    assert of_program == catalogues.compiled(catalogues.renewed(catalog, language)), "run `make catalogues`"


def test_every_sentence_has_words(catalog: Catalog) -> None:
    assert catalogues.missing(catalog) == []


def test_no_translation_is_a_guess(catalog: Catalog) -> None:
    assert [message.id for message in entries(catalog) if message.fuzzy] == []


def test_a_translation_has_the_placeholders_of_its_sentence(catalog: Catalog) -> None:
    """The first form may do without the number where the English "one" does; never called for nothing, then."""
    wrong = [
        message.id
        for message in entries(catalog)
        for place, words in enumerate(forms(message.string))
        if placeholders(words)
        not in (placeholders(forms(message.id)[-1]), placeholders(forms(message.id)[0 if place == 0 else -1]))
    ]
    assert wrong == []


def test_a_counted_sentence_has_every_plural_form(catalog: Catalog) -> None:
    counted = [message for message in entries(catalog) if message.pluralizable]
    assert [message.id for message in counted if len(forms(message.string)) != catalog.num_plurals] == []


def test_a_translation_begins_and_ends_as_its_sentence(catalog: Catalog) -> None:
    """Blanks at the ends divide what is read one after the other."""

    def ends(text: str) -> tuple[bool, bool]:
        return text.startswith(" "), text.endswith(" ")

    wrong = [
        message.id
        for message in entries(catalog)
        for words in forms(message.string)
        if ends(words) != ends(forms(message.id)[0])
    ]
    assert wrong == []


def test_no_sentence_stayed_english(catalog: Catalog, language: str) -> None:
    same = {
        form for message in entries(catalog) for form in forms(message.string) if form in forms(message.id)
    }
    speaking = {text for text in same if re.search(r"[^\W\d_]{2}", PLACEHOLDER.sub("", text))}
    assert speaking == SAME[language]


FRENCH = {
    "a straight apostrophe": re.compile(r"\w'\w"),
    "no fixed space before a sign": re.compile(r"[^\u00a0\u202f\s][;?!»]|[^\u00a0\d%][:](?=\s|$)| [:;?!»]"),
    "no fixed space in guillemets": re.compile(r"«[^\u00a0\u202f]"),
    "quotation marks of another language": re.compile(r"[“”\"]"),
    "two spaces": re.compile(r"  "),
}
"""What French typography does not allow (docs/translating.md)."""


def test_french_is_set_as_french() -> None:
    if "fr" not in catalogues.languages():
        return
    faults = [
        f"{name}: {words}"
        for message in entries(catalogues.read("fr"))
        if '"' not in str(message.id)  # a piece of JSON is set as such
        for words in forms(message.string)
        for name, fault in FRENCH.items()
        if fault.search(words)
    ]
    assert faults == []
