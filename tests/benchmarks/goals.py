"""What is aimed at: the table of quality.md, "Fast, on two cores". Ratios are CPU per request to the floor's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Floor:
    """Work that does nothing but the least; `key` is its name in the tables."""

    key: str
    words: str


@dataclass(frozen=True)
class Goal:
    """How many times the floor a work may cost, and how many statements it may send; the stretch is the farther aim."""

    ratio: float
    stretch: float
    statements: int


F2 = Floor("F2", "bare Flask, one PostgreSQL query, a template of 60 paragraphs")
F3 = Floor("F3", "200 comments from one query to HTML")
F5 = Floor("F5", "insert a comment and commit")
FLOORS = (F2, F3, F5)

TEXT = Goal(8, 2.5, 12)
THREAD = Goal(6, 3, 10)
POSTING = Goal(12, 6, 15)

GROWTH, GROWTH_STRETCH = 1.2, 1.05
"""The text page with 20,000 comments to the same with 2,000."""
MEMORY, MEMORY_STRETCH = 90, 70
"""MiB of a web worker."""
