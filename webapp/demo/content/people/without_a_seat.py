"""Who serves without a seat: the first officer of the secretariat, and who runs the installation."""

from __future__ import annotations

from webapp.demo.content.people.places import SECRETARIAT
from webapp.demo.content.shapes import Person, When

PEOPLE = (
    Person(
        "faumuina",
        "Leilani Faumuina",
        "leilani.faumuina@iom.example",
        "Europe/Zurich",
        "en",
        office=SECRETARIAT,
        last_read=When(-15, 17),
    ),
    Person(
        "verhaegen",
        "Noor Verhaegen",
        "noor.verhaegen@concord.example",
        "Europe/Zurich",
        "en",
        administrator=True,
    ),
)
