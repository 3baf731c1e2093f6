"""The demo's review rounds: one concluded on the zero draft, one open on Rev.1, one without names on a note."""

from __future__ import annotations

from webapp.base.access.attribution import Attribution
from webapp.demo.content.review import round_one, round_three, round_two
from webapp.demo.content.shapes import Round, When

ROUND_ONE = Round(
    number=1,
    title="Round one on the zero draft",
    revision="zero_draft",
    planned_by="weyer",
    planned=When(-49, 11),
    opens=When(-48, 9),
    closes=When(-27, 18),
    contributions=round_one.CONTRIBUTIONS,
    concluded_by="faumuina",
    concluded=When(-19, 16),
)

ROUND_TWO = Round(
    number=2,
    title="Round two on Rev.1",
    revision="rev_1",
    planned_by="faumuina",
    planned=When(-15, 11),
    opens=When(-14, 9),
    closes=When(3, 18),
    contributions=round_two.CONTRIBUTIONS,
)

ROUND_THREE = Round(
    number=3,
    title="Consultation on past crises, without names",
    revision="note_on_past_crises",
    planned_by="faumuina",
    planned=When(-12, 14),
    opens=When(-11, 9),
    closes=When(-6, 18),
    contributions=round_three.CONTRIBUTIONS,
    attribution=Attribution.CONSTITUENCY,
    concluded_by="faumuina",
    concluded=When(-3, 16),
)

ROUNDS = (ROUND_ONE, ROUND_TWO, ROUND_THREE)
