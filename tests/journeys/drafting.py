"""The second part of the story: a text is drafted, issued as zero draft, changed, issued as Rev.1, and compared."""

from __future__ import annotations

import json
import re

from tests.journeys.world import World
from tests.support.visitor import Visitor

TITLE = "Voluntary principles on responsibilities"
PREAMBLE = "We act because a crisis asks nobody for a passport."
PAPERS = (
    "States of origin should issue a travel document within ten days to anyone they recognise as their own."
)
PAPERS_AFTER = (
    "States of origin shall issue a travel document within two days, free of charge,"
    " to anyone they recognise as their own."
)
PRINCIPLES = (
    ("Papers and proof", PAPERS),
    ("Warning in time", "States should warn migrants at the same hour as everybody else."),
    ("A way out", "Seats on ships and buses should go to people by need."),
    ("Wages", "Employers should pay [without delay -- EMPL][within ten days -- MWUF] what they owe."),
)


def draft(world: World) -> None:
    """From an empty instrument to Rev.1."""
    chair, other = world.people["Amihan Reyes"], world.people["Grace Holloway"]
    begin(chair)
    issue(world, chair, other, "zero draft")
    change_papers(chair)
    propose_alone_is_not_enough(chair)
    issue(world, chair, other, "Rev.1")
    compare(world.people["Ines Okafor"])
    check_hash(world.people["Ines Okafor"])


def begin(chair: Visitor) -> None:
    chair.go("/i/mac/draft/begin")
    chair.send("Begin the text", {"title": TITLE, "symbol_stem": "MAC/VP/2026/1"})
    text = chair.path
    add_element(chair, text, "preamble", "Preamble")
    add_provision(chair, text, "Preamble", PREAMBLE)
    for title, sentence in PRINCIPLES:
        add_element(chair, text, "principle", title)
        if title == "Papers and proof":
            add_responsibility(chair, text, title, sentence)
        else:
            add_provision(chair, text, title, sentence)


def add_element(chair: Visitor, text: str, kind: str, title: str) -> None:
    chair.go(text)
    chair.follow("Add an element") if "Add an element" in chair.words() else chair.follow(
        "Add the first element"
    )
    chair.send("Add the element", {"kind": kind, "title": title})
    assert chair.reads(title)


def add_provision(chair: Visitor, text: str, title: str, sentence: str) -> None:
    chair.go(text)
    chair.follow(f"Add a provision to “{title}”")
    chair.send("Add the provision", {"kind": "text", "text": sentence.replace("]", "", 1)})
    if "]" in sentence:
        assert chair.page.status == 422
        assert sentence.replace("]", "", 1)[:30] in chair.page.text
        chair.send("Add the provision", {"text": sentence})
    assert chair.page.status == 200, chair.words()[:1500]


def add_responsibility(chair: Visitor, text: str, title: str, sentence: str) -> None:
    chair.go(text)
    chair.follow(f"Add a provision to “{title}”")
    chair.send(
        "Add the provision",
        {
            "kind": "responsibility",
            "text": sentence,
            "bearers": [chair.option("bearers", "States of origin")],
            "beneficiary": "their citizens",
            "action": "issue travel documents",
            "theme": chair.option("theme", "papers and proof"),
            "phases": ["emergency_response"],
            "strength": "should",
        },
    )
    assert chair.page.status == 200, chair.words()[:1500]


def change_papers(chair: Visitor) -> None:
    chair.go("/i/mac/draft")
    chair.go(_edit_link(chair, "1.1"))
    chair.send("Save", {"text": PAPERS_AFTER, "strength": "shall"})
    assert chair.page.status == 200, chair.words()[:1500]


def propose_alone_is_not_enough(chair: Visitor) -> None:
    chair.go("/i/mac/text/1")
    assert chair.page.status == 404


def issue(world: World, chair: Visitor, other: Visitor, label: str) -> None:
    chair.go("/i/mac/draft")
    chair.follow("Look over the changes and propose")
    acknowledged = [
        value for form in chair.forms() for value in form.options.get("acknowledged", []) if value != "on"
    ]
    if acknowledged:
        chair.send("Go on")
        assert chair.page.status == 422, "changes of strength must be acknowledged"
        chair.send("Go on", {"acknowledged": acknowledged})
    else:
        chair.send("Go on")
    chair.send("Propose")
    assert chair.page.status == 200, chair.words()[:1500]
    world.tick()
    assert world.mails_to("grace@story.example", label), "the other co-chair is told"
    other.go("/i/mac/draft")
    other.follow("Open the proposal")
    other.send("Issue")
    assert other.page.status == 200, other.words()[:1500]
    world.tick()
    assert world.mails_to("ines@story.example", label)


def compare(reader: Visitor) -> None:
    reader.go("/i/mac/text")
    assert reader.reads("within two days, free of charge")
    reader.follow("Changes since")
    inserted = " ".join(re.findall(r"<ins\b.*?</ins>", reader.page.text, re.DOTALL))
    deleted = " ".join(re.findall(r"<del\b.*?</del>", reader.page.text, re.DOTALL))
    for word in ("shall", "two", "free of charge"):
        assert word in inserted
    for word in ("should", "ten"):
        assert word in deleted


def check_hash(reader: Visitor) -> None:
    """The downloaded text gives the hash that the page shows."""
    import hashlib

    reader.go("/i/mac/text")
    reader.follow("JSON")
    downloaded = reader.page.body
    json.loads(downloaded)
    reader.go("/i/mac/text")
    assert hashlib.sha256(downloaded).hexdigest()[:8] in reader.words().replace(" ", "")


def _edit_link(chair: Visitor, number: str) -> str:
    block = chair.page.text.split(f">{number}<", 1)[1]
    found = re.search(r'href="([^"]*/provisions/[0-9a-z]+)"', block)
    assert found, chair.words()[:800]
    return found.group(1)
