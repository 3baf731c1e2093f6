"""The demo's content, as data. Positions of real States and organisations are fictional."""

from __future__ import annotations

from webapp.demo.content.decisions import DECISIONS
from webapp.demo.content.initiative import INITIATIVE
from webapp.demo.content.people import DELEGATIONS, PEOPLE
from webapp.demo.content.publications import PUBLICATIONS
from webapp.demo.content.review import ROUNDS
from webapp.demo.content.shapes import Content
from webapp.demo.content.text import INSTRUMENT, NOTE_ON_PAST_CRISES

DEMO = Content(
    INITIATIVE, DELEGATIONS, PEOPLE, INSTRUMENT, ROUNDS, DECISIONS, PUBLICATIONS, (NOTE_ON_PAST_CRISES,)
)
