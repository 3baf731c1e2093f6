"""Principle 6 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_6 = Element(
    "e6",
    "principle",
    "Families",
    (
        Provision(
            "p6.1",
            (
                "A family is whoever lived together and cared for each other, and not only those whom one "
                "permit names."
            ),
        ),
        Provision(
            "p6.2",
            (
                "States where the crisis is should keep those together who arrive together: in shelters, on "
                "lists and on the way out."
            ),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="families on the way",
                action="keep families together",
                theme="families",
                phases=("emergency_response",),
                strength="should",
            ),
        ),
        Provision(
            "p6.3",
            (
                "Diaspora organisations may carry messages between families and those who cannot be reached, "
                "and keep no copy of them."
            ),
            Responsibility(
                bearers=(Share("diaspora"),),
                beneficiary="families who lost each other",
                action="carry messages",
                theme="families",
                phases=("emergency_response",),
                strength="may",
            ),
        ),
        Provision(
            "p6.4",
            (
                "The dead are identified wherever this can be done, and their families are told by a person and "
                "not by a list."
            ),
        ),
        Provision(
            "p6.5",
            (
                "States of origin, and States where the crisis was with them, may share the cost of bringing "
                "the dead home where the family cannot bear it."
            ),
            Responsibility(
                bearers=(
                    Share("origin", leads=True),
                    Share("host"),
                ),
                beneficiary="families of the dead",
                action="share the cost of bringing the dead home",
                theme="families",
                phases=("post_crisis",),
                strength="may",
            ),
        ),
    ),
)
