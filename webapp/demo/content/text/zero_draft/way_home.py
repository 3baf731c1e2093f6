"""Principle 4 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_4 = Element(
    "e4",
    "principle",
    "A way out, and a way home",
    (
        Provision(
            "p4.1",
            (
                "Seats on ships, buses and aircraft that leave a place of danger go to people by need, and "
                "not by nationality, permit or employer."
            ),
        ),
        Provision(
            "p4.2",
            (
                "States of origin and international organisations that organise a departure shall keep a "
                "list of those who left and where they were taken, so that nobody has to be searched for "
                "twice."
            ),
            Responsibility(
                bearers=(Share("origin"), Share("organisations")),
                beneficiary="those who left, and their families",
                action="list who left",
                theme="evacuation",
                phases=("emergency_response",),
                strength="shall",
            ),
        ),
        Provision(
            "p4.3",
            (
                "Carriers should take migrants on board at the ordinary fare or below, and accept an "
                "emergency travel document in place of a passport."
            ),
            Responsibility(
                bearers=(Share("carriers"),),
                beneficiary="migrants who leave",
                action="carry at a fair fare, with emergency papers",
                theme="evacuation",
                phases=("emergency_response",),
                strength="should",
            ),
        ),
        Provision(
            "p4.4",
            (
                "Employers shall pay within ten days the wages earned until the day of departure, wherever "
                "the worker has gone, and keep what the worker left behind until it can be fetched."
            ),
            Responsibility(
                bearers=(Share("employers"),),
                beneficiary="workers who left",
                action="pay wages owed, and keep belongings",
                theme="wages",
                phases=("post_crisis",),
                strength="shall",
            ),
        ),
        Provision("p4.5", "Children who were separated from their parents are listed first."),
        Provision(
            "p4.6",
            (
                "International organisations may trace the members of a family across borders, and share "
                "what they find with the family alone."
            ),
            Responsibility(
                bearers=(Share("organisations"),),
                beneficiary="families who lost each other",
                action="trace families",
                theme="families",
                phases=("post_crisis",),
                strength="may",
            ),
        ),
        Provision(
            "p4.7",
            (
                "States of origin should receive those who return with a place to stay, a paper that proves "
                "who they are, and the recognition of what they learnt abroad."
            ),
            Responsibility(
                bearers=(Share("origin"),),
                beneficiary="those who return",
                action="receive those who return",
                theme="return",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
    ),
)
