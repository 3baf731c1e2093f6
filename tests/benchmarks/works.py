"""What is measured: each work as a browser sends it, and a check that the answer is what it should be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from tests.benchmarks import goals
from tests.benchmarks.browser import Answer
from tests.benchmarks.furnishing import Place
from tests.benchmarks.furnishing.running import READER, SPEAKER, WRITER, edit_draft
from tests.benchmarks.furnishing.words import text_of
from tests.benchmarks.goals import F2, F3, F5, Floor, Goal
from webapp.base.kernel.ids import new_id

SEEN = re.compile(r'name="seen_hash"[^>]*value="([0-9a-f]{64})"')
COUNTED = re.compile(r"([\d,]+) comments?\b")


class Asker(Protocol):
    """Somebody who opens pages and sends forms."""

    def get(self, path: str) -> Answer: ...
    def post(self, path: str, form: dict[str, str]) -> Answer: ...


@dataclass
class Errand:
    """A person at a place, with what the pages gave them for the next request."""

    place: Place
    token: str = ""
    seen_hash: str = ""


@dataclass(frozen=True)
class Work:
    """`ask` sends the request that counts; `prepare` comes before each, uncounted; `check` looks at one answer."""

    key: str
    words: str
    ask: Callable[[Asker, Errand], Answer]
    check: Callable[[Answer, Errand], None]
    delegation: int = READER
    """Whose head asks."""
    floor: Floor = F2
    goal: Goal | None = None
    prepare: Callable[[Asker, Errand], None] | None = field(default=None)

    @property
    def writes(self) -> bool:
        """Whether it leaves rows behind: such works come last, so that they change no other's pages."""
        return self.floor is F5


def _text(path: str) -> Callable[[Asker, Errand], Answer]:
    def ask(asker: Asker, errand: Errand) -> Answer:
        place = errand.place
        return asker.get(path.format(slug=place.slug, first=place.provisions[0] if place.provisions else ""))

    return ask


def _post_comment(asker: Asker, errand: Errand) -> Answer:
    place = errand.place
    form = {
        "csrf_token": errand.token,
        "idempotency_key": new_id(),
        "provision_id": place.provisions[1],
        "kind": "substantive",
        "body": text_of(new_id(), 2),
        "language": "en",
        "version": "0",
    }
    return asker.post(f"/i/{place.slug}/rounds/{place.open_round}/contribution/add", form)


def _hand_in(asker: Asker, errand: Errand) -> Answer:
    form = {"csrf_token": errand.token, "idempotency_key": new_id(), "seen_hash": errand.seen_hash}
    return asker.post(_looking_over(errand.place), form)


def _change_a_draft(asker: Asker, errand: Errand) -> None:
    edit_draft(errand.place, SPEAKER)
    found = SEEN.search(asker.get(_looking_over(errand.place)).text)
    assert found is not None, "the page before handing in shows no hash"
    errand.seen_hash = found[1]


def _looking_over(place: Place) -> str:
    return f"/i/{place.slug}/rounds/{place.open_round}/contribution/hand-in"


def _is_page(answer: Answer, errand: Errand) -> None:
    assert answer.status == 200, answer.status


def _is_text(answer: Answer, errand: Errand) -> None:
    """Every provision is there, and the counts beside them add up to every comment."""
    _is_page(answer, errand)
    size, page = errand.place.size, answer.text
    assert page.count('class="prov"') == size.provisions
    counted = sum(int(number.replace(",", "")) for number in COUNTED.findall(page))
    assert counted >= size.comments, f"{counted} comments are counted, there are {size.comments}"


def _is_thread(answer: Answer, errand: Errand) -> None:
    """Every comment of the thread is there."""
    _is_text(answer, errand)
    assert answer.text.count('class="cmt"') >= errand.place.size.thread


def _is_done(answer: Answer, errand: Errand) -> None:
    assert answer.status == 303, f"{answer.status}: {answer.text[:2000]}"


def _is_handed_in(answer: Answer, errand: Errand) -> None:
    _is_done(answer, errand)
    assert "/contribution/versions/" in answer.location, answer.location


WORKS: tuple[Work, ...] = (
    Work("start", "start page, signed in", _text("/"), _is_page),
    Work("text", "text page, signed in", _text("/i/{slug}/text"), _is_text, goal=goals.TEXT),
    Work(
        "thread",
        "thread of 200 comments in one answer, its text around it",
        _text("/i/{slug}/text?open={first}"),
        _is_thread,
        floor=F3,
        goal=goals.THREAD,
    ),
    Work("compare", "two revisions compared", _text("/i/{slug}/compare"), _is_page),
    Work(
        "post",
        "posting a comment into the delegation's draft",
        _post_comment,
        _is_done,
        delegation=WRITER,
        floor=F5,
        goal=goals.POSTING,
    ),
    Work(
        "hand-in",
        "handing in: comments frozen, journal and outbox written",
        _hand_in,
        _is_handed_in,
        delegation=SPEAKER,
        floor=F5,
        goal=goals.POSTING,
        prepare=_change_a_draft,
    ),
)

FLOOR_REQUESTS: dict[str, Callable[[Asker], Answer]] = {
    F2.key: lambda asker: asker.get("/text"),
    F3.key: lambda asker: asker.get("/thread"),
    F5.key: lambda asker: asker.post("/comment", {"author": "Delegation 001", "words": text_of("floor", 2)}),
}
