"""The third and fourth parts: a round opens, reminds and closes by itself; every comment is answered."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from tests.journeys.founding import OFFICER
from tests.journeys.world import World
from tests.support.visitor import Visitor

OFFICIAL = ZoneInfo("Europe/Zurich")
BODY = "“Within two days” is too short for consulates with three people."


def review(world: World, opens: dt.datetime) -> None:
    """From planning a round to concluding it. `opens` is a moment in the official zone."""
    closes = opens + dt.timedelta(days=10)
    plan(world, opens, closes)
    assert not world.mails_to("ines@story.example", "Round"), "nobody is told before it opens"
    world.later(opens + dt.timedelta(seconds=1))
    assert world.mails_to("ines@story.example")[-1]["Subject"]
    comment_and_hand_in(world)
    hand_in_nothing(world)
    nobody_else_sees_it(world)
    reminders(world, opens, closes)
    a_second_late(world, closes)
    others_see_it(world)
    answer_everything(world)


def plan(world: World, opens: dt.datetime, closes: dt.datetime) -> None:
    chair = world.people["Amihan Reyes"]
    chair.go("/i/mac/rounds/plan")
    typed = {"title": "First round on Rev.1", "revision_id": chair.option("revision_id", "Rev.1")}
    chair.send("Look over the round", {**typed, "opens_at": local(closes), "closes_at": local(opens)})
    assert chair.page.status == 422, "a closing before the opening is refused"
    chair.send("Look over the round", {"opens_at": local(opens), "closes_at": local(closes)})
    chair.send("Plan the round")
    assert chair.page.status == 200, chair.words()[:1200]
    assert chair.reads("First round on Rev.1")


def local(moment: dt.datetime) -> str:
    """A moment as it is typed, in the official zone."""
    return moment.astimezone(OFFICIAL).strftime("%Y-%m-%dT%H:%M")


def comment_and_hand_in(world: World) -> None:
    delegate, head = world.people["Rosa Quispe"], world.people["Ines Okafor"]
    delegate.go("/i/mac/text")
    world.places["1.1"] = delegate.path + "?open=" + provision_id(delegate, "1.1")
    delegate.go(world.places["1.1"])
    delegate.send("Add to", {"words": "within three days", "kind": "substantive", "body": BODY})
    assert delegate.page.status == 422, "words that are not in the provision are refused"
    assert BODY in delegate.page.text.replace("&#34;", '"')
    delegate.send("Add to", {"words": "within two days"})
    assert delegate.page.status == 200, delegate.words()[:1500]
    delegate.go(own_contribution(delegate))
    assert delegate.reads(BODY)
    assert not delegate.reads("Look over and hand in"), "a delegate does not hand in"
    head.go("/")
    assert head.reads("round") or head.reads("Round")
    head.go(own_contribution(head))
    head.send("Look over and hand in", {"statement": "We thank the co-chairs for Rev.1."})
    head.send("Hand in for")
    assert head.reads("R1/MWUF/001"), head.words()[:1500]
    world.tick()
    receipt = world.mails_to("ines@story.example")[-1]
    assert "R1/MWUF/001" in receipt.get_body(("plain",)).get_content()  # type: ignore[union-attr]


def provision_id(visitor: Visitor, number: str) -> str:
    found = re.search(r'\?open=([0-9a-z]+)[^"]*#p' + re.escape(number), visitor.page.text)
    assert found, f"no way to comment on {number}: {visitor.words()[:1500]}"
    return found.group(1)


def own_contribution(visitor: Visitor) -> str:
    visitor.go("/i/mac/rounds")
    visitor.follow("First round on Rev.1")
    return visitor.path + "/contribution"


def hand_in_nothing(world: World) -> None:
    """To have no comments is a contribution, too; an observer hands in like everybody else."""
    for name in ("Henrik Vos", "Mariam Haddad"):
        head = world.people[name]
        head.go(own_contribution(head))
        head.send("Look over and hand in", {"statement": "We have no comments."})
        head.send("Hand in for")
        assert head.page.status == 200


def nobody_else_sees_it(world: World) -> None:
    for name in ("Amihan Reyes", "Selma Duarte", OFFICER):
        other = world.people[name]
        other.go("/i/mac/rounds")
        other.follow("First round on Rev.1")
        assert not other.reads("three people")
        other.go(other.path + "/comments")
        assert not other.reads("three people")
        other.go(world.places["1.1"])
        assert not other.reads("three people")


def reminders(world: World, opens: dt.datetime, closes: dt.datetime) -> None:
    """Half time: whoever has not handed in is reminded, whoever has is not."""
    before = {name: len(world.mails_to(name)) for name in ("selma@story.example", "ines@story.example")}
    world.later(opens + (closes - opens) / 2 + dt.timedelta(minutes=1))
    world.tick()
    assert len(world.mails_to("selma@story.example")) == before["selma@story.example"] + 1
    assert len(world.mails_to("ines@story.example")) == before["ines@story.example"]


def a_second_late(world: World, closes: dt.datetime) -> None:
    """The legal end is the deadline, not the moment at which a worker ran; what was typed is kept."""
    late = world.people["Selma Duarte"]
    contribution = own_contribution(late)
    late.go(contribution + "/add")
    world.move(closes + dt.timedelta(seconds=1))
    late.send("Add to your draft", {"body": "We were a second late."})
    assert late.page.status in (409, 422)
    assert "We were a second late." in late.page.text
    world.tick()


def others_see_it(world: World) -> None:
    for name in ("Selma Duarte", OFFICER, "Mariam Haddad"):
        other = world.people[name]
        other.go(world.places["1.1"])
        assert other.reads("three people"), other.words()[:1500]
    assert world.mails_to("selma@story.example", "closed")


def buttons(visitor: Visitor) -> list[str]:
    return [words for form in visitor.forms() for words, *_ in form.buttons]


def answer_everything(world: World) -> None:
    officer = world.people[OFFICER]
    officer.go("/i/mac/rounds")
    officer.follow("First round on Rev.1")
    board = officer.path
    officer.go(board + "/conclude")
    assert "Conclude the round" not in buttons(officer), "nothing is concluded while a comment is open"
    officer.go(board)
    officer.send("Record and next", {"disposition": "partly_accepted", "reason": ""})
    assert officer.page.status == 422, "an answer needs a reason"
    officer.send("Record and next", {"reason": "Two days stay; “as a rule” is added."})
    assert officer.page.status == 200, officer.words()[:1500]
    officer.go(board + "/conclude")
    officer.send("Conclude the round")
    assert officer.page.status == 200
    assert officer.reads("concluded")
    world.tick()
    assert world.mails_to("ines@story.example", "concluded")
    owner = world.people["Ines Okafor"]
    owner.go(world.places["1.1"])
    assert owner.reads("Two days stay")
