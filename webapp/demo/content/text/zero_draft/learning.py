"""Principle 10 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_10 = Element(
    "e10",
    "principle",
    "Learning afterwards",
    (
        Provision(
            "p10.1",
            "A crisis from which nobody has learnt is paid for twice.",
        ),
        Provision(
            "p10.2",
            (
                "International organisations should within a year bring together all who took part, and write "
                "down what was late, what was missing and what helped."
            ),
            Responsibility(
                bearers=(Share("organisations"),),
                beneficiary="all who took part",
                action="bring together and write down",
                theme="learning",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
        Provision(
            "p10.3",
            (
                "States where the crisis was should publish how many migrants were warned, sheltered, carried "
                "out, hurt and killed, as far as this is known."
            ),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="the public",
                action="publish the numbers",
                theme="learning",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
        Provision(
            "p10.4",
            "Nobody is blamed by name in what is written.",
        ),
        Provision(
            "p10.5",
            ("Employers, and carriers with them, may add what they learnt, and it is not held against them."),
            Responsibility(
                bearers=(
                    Share("employers", leads=True),
                    Share("carriers"),
                ),
                beneficiary="all who took part",
                action="add what was learnt",
                theme="learning",
                phases=("post_crisis",),
                strength="may",
            ),
        ),
        Provision(
            "p10.6",
            (
                "States where the crisis was should bring what was learnt into their plans before the season in "
                "which the next one is likely, and say in public what they changed."
            ),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="all migrants",
                action="change plans in time",
                theme="learning",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
    ),
)
