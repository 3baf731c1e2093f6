"""A note beside the instrument: what kept people from help in past crises."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Instrument, Provision, Revision, When

WHAT_KEPT_PEOPLE = Element(
    "past_crises",
    "principle",
    "What kept people from help",
    (
        Provision(
            "n1.1",
            (
                "People who had lost their papers did not come forward. They feared that whoever gives a "
                "name at the door of a shelter is sent out of the country afterwards."
            ),
        ),
        Provision(
            "n1.2",
            (
                "Warnings came in one language. Those who did not read it learned of the danger from "
                "their neighbours, or from the water."
            ),
        ),
        Provision(
            "n1.3",
            (
                "Each kind of actor took for granted that another one was counting the people who were "
                "left behind."
            ),
        ),
    ),
)

NOTE_ON_PAST_CRISES = Instrument(
    title="Note on past crises: what kept people from help",
    symbol_stem="MAC/NOTE/1",
    language="en",
    revisions=(
        Revision(
            "note_on_past_crises", (WHAT_KEPT_PEOPLE,), "reyes", When(-13, 15), "whitfield", When(-12, 10)
        ),
    ),
)
