"""A page of what was found: the same for those who take part and for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import request

from webapp.base.web.addresses import asked_number
from webapp.base.web.messages import Words
from webapp.outlets.search.hits import Hit
from webapp.outlets.search.rules.asking import Asked, read
from webapp.outlets.search.rules.kinds import Kind
from webapp.outlets.search.wording import KINDS, fault_of

ON_A_PAGE = 20


@dataclass(frozen=True)
class Question:
    """What the address asks for."""

    typed: str
    fault: str | None
    asked: Asked
    kind: Kind | None
    number: int

    @property
    def offset(self) -> int:
        """How many stand on the pages before."""
        return (self.number - 1) * ON_A_PAGE


@dataclass(frozen=True)
class Answer:
    """What a page shows: how many of each kind there are, and the hits of this page."""

    question: Question
    counts: Mapping[Kind, int]
    hits: tuple[Hit, ...] = ()
    words: Mapping[Kind, Words] = field(default_factory=lambda: KINDS)

    @property
    def total(self) -> int:
        """How many there are of every kind."""
        return sum(self.counts.values())

    @property
    def pages(self) -> int:
        """Pages of what is chosen."""
        kind = self.question.kind
        chosen = self.total if kind is None else self.counts.get(kind, 0)
        return -(-chosen // ON_A_PAGE)

    @property
    def kinds(self) -> list[tuple[Kind, Words, int]]:
        """The kinds of which there are any, in their order."""
        return [(kind, self.words[kind], self.counts[kind]) for kind in Kind if self.counts.get(kind)]


def question_of_page() -> Question:
    """What `?q=`, `?kind=` and `?page=` say. A text that is too long or has no word asks for nothing."""
    typed = request.args.get("q", "")
    fault = fault_of(typed)
    named = request.args.get("kind", "")
    return Question(
        typed=typed,
        fault=fault,
        asked=Asked() if fault else read(typed),
        kind=Kind(named) if named in set(Kind) else None,
        number=asked_number("page", 1),
    )
