"""The fifth part: a call for positions agrees one principle, silence another, and a third silence is broken."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from tests.journeys.reviewing import local
from tests.journeys.world import World
from tests.support.visitor import Visitor

FOR = ("Teodoro Cruz", "Marcus Bell", "Pavel Novak", "Ines Okafor", "Henrik Vos")
BREAK = "Need is not defined. We would join “by vulnerability, established by the carrier”."


def decide(world: World, now: dt.datetime, folder: Path) -> None:
    """`now` is the present moment of the story, in the official zone."""
    world.everybody_signs_in_again()
    call_agrees(world, now, folder)
    world.everybody_signs_in_again()
    silence_agrees(world, now + dt.timedelta(days=5), folder)
    world.later(now + dt.timedelta(days=12))
    world.everybody_signs_in_again()
    silence_is_broken(world, now + dt.timedelta(days=12), folder)


def open_decision(world: World, kind: str, principle: str, closes: dt.datetime) -> str:
    """One co-chair proposes, the other confirms; gives the decision's address."""
    chair, other = world.people["Amihan Reyes"], world.people["Grace Holloway"]
    chair.go("/i/mac/decisions/propose")
    typed = {
        "kind": kind,
        "subject": chair.option("subject", principle),
        "question": f"Shall “{principle}” be agreed?",
        "closes_at": local(closes),
    }
    if kind == "call":
        typed["rule_key"] = "agreement_in_every_constituency"
    chair.send("Look at it once more", typed)
    chair.send("Propose it to the other co-chair")
    assert chair.page.status == 200, chair.words()[:1500]
    address = chair.path
    chair.go(address + "/confirm")
    button = "Place it under silence" if kind == "silence" else "Open the decision"
    chair.send(button)
    assert chair.page.status in (409, 422), "who proposed cannot confirm"
    world.tick()
    other.go(address + "/confirm")
    other.send(button)
    assert other.page.status == 200, other.words()[:1500]
    world.tick()
    return address


def call_agrees(world: World, now: dt.datetime, folder: Path) -> None:
    closes = now + dt.timedelta(days=4)
    address = open_decision(world, "call", "Papers and proof", closes)
    page = world.people["Ines Okafor"]
    page.go(address)
    assert page.reads("missing"), page.words()[:2000]
    for name in FOR:
        take(world.people[name], address, "agree")
    reservation_needs_a_reason(world.people["Selma Duarte"], address)
    page.go(address)
    observer = world.people["Mariam Haddad"]
    observer.go(address)
    assert not any("Look at it once more" in words for form in observer.forms() for words, *_ in form.buttons)
    for name in ("Amihan Reyes", "Rosa Quispe"):
        world.people[name].go(address)
        assert "option" not in {field for form in world.people[name].forms() for field in form.names}
    page.go(address)
    late = next(form for form in page.forms() if "option" in form.names)
    assert late
    world.later(closes + dt.timedelta(seconds=1))
    page.send("Look at it once more", {"option": "abstain"})
    assert page.page.status in (409, 422), "a position on a closed decision is refused"
    page.go(address)
    assert page.reads("Not yet announced"), page.words()[:1500]
    recompute(world, page, address, folder, "passed")
    chair = world.people["Grace Holloway"]
    chair.go(address + "/announce")
    chair.send("Announce it")
    world.tick()
    page.go("/i/mac/text")
    assert page.words().count("agreed") >= 1
    told = [str(mail["Subject"]) for mail in world.mails_to("henrik@story.example")]
    assert "announced" in told[-1].lower() or "agreed" in told[-1].lower(), told


def take(head: Visitor, address: str, option: str, reason: str = "") -> None:
    head.go(address)
    head.send("Look at it once more", {"option": option, "reason": reason})
    head.send("Take the position")
    assert head.page.status == 200, head.words()[:1500]


def reservation_needs_a_reason(head: Visitor, address: str) -> None:
    head.go(address)
    head.send("Look at it once more", {"option": "agree_with_reservation", "reason": ""})
    assert head.page.status == 422
    head.send("Look at it once more", {"reason": "We read “two days” as working days."})
    head.send("Take the position")
    assert head.page.status == 200, head.words()[:1500]


def recompute(world: World, reader: Visitor, address: str, folder: Path, result: str) -> None:
    """The record is downloaded and evaluated by the command line: the published outcome, byte for byte."""
    record = folder / "record.json"
    record.write_bytes(reader.transport.request("GET", address + "/record.json", None).body)
    published = reader.transport.request("GET", address + "/outcome.json", None).body
    ran = world.app.test_cli_runner().invoke(args=["decisions", "evaluate", str(record)])
    assert ran.exit_code == 0, ran.output
    assert ran.stdout_bytes == published
    assert json.loads(published)["result"] == result


def silence_agrees(world: World, now: dt.datetime, folder: Path) -> None:
    closes = now + dt.timedelta(days=4)
    address = open_decision(world, "silence", "Warning in time", closes)
    for address_of in ("ines", "selma", "henrik", "marcus", "teodoro", "pavel"):
        assert world.mails_to(f"{address_of}@story.example", "silence")
    head = world.people["Ines Okafor"]
    head.go(address)
    head.send("Seen, no objection")
    assert head.page.status == 200
    world.later(closes + dt.timedelta(seconds=1))
    head.go(address)
    assert head.reads("agreed") or head.reads("Agreed"), head.words()[:1500]
    recompute(world, head, address, folder, "passed")


def silence_is_broken(world: World, now: dt.datetime, folder: Path) -> None:
    closes = now + dt.timedelta(days=4)
    address = open_decision(world, "silence", "A way out", closes)
    head = world.people["Henrik Vos"]
    head.go(address)
    head.send("Go on to confirm", {"concerns": [head.option("concerns", "3.1")], "reason": ""})
    assert head.page.status == 422
    head.send("Go on to confirm", {"reason": BREAK})
    head.send("Break silence now")
    assert head.page.status == 200, head.words()[:1500]
    world.tick()
    for reader in ("ines", "selma"):
        mail = world.mails_to(f"{reader}@story.example", "silence")[-1]
        assert "Employers’ League" in mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    other = world.people["Selma Duarte"]
    other.go(address)
    assert other.reads("by vulnerability")
    recompute(world, other, address, folder, "failed")
    other.go("/i/mac/text")
    assert other.reads("open")
