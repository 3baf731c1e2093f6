"""Principle 8 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_8 = Element(
    "e8",
    "principle",
    "Data and trust",
    (
        Provision(
            "p8.1",
            (
                "People come forward where they trust what becomes of their names. Trust that was lost in one "
                "crisis is missing in the next."
            ),
        ),
        Provision(
            "p8.2",
            (
                "States where the crisis is, and international organisations with them, should agree before a "
                "crisis on one short form for registering people, which asks for no more than help requires."
            ),
            Responsibility(
                bearers=(
                    Share("host", leads=True),
                    Share("organisations"),
                ),
                beneficiary="all who are registered",
                action="agree on one short form",
                theme="data",
                phases=("preparedness",),
                strength="should",
            ),
        ),
        Provision(
            "p8.3",
            (
                "Lists that were made to help are kept apart from lists that were made to control, and nothing "
                "passes from the first to the second."
            ),
        ),
        Provision(
            "p8.4",
            (
                "International organisations, and civil society organisations with them, shall delete what they "
                "collected within a year after the emergency, unless the person concerned asks them to keep it."
            ),
            Responsibility(
                bearers=(
                    Share("organisations", leads=True),
                    Share("civil"),
                ),
                beneficiary="all who were registered",
                action="delete what was collected",
                theme="data",
                phases=("post_crisis",),
                strength="shall",
            ),
        ),
        Provision(
            "p8.5",
            (
                "Nobody’s voice, face or name is used to raise money[, unless that person was asked when no "
                "longer in need -- CRN, DF]."
            ),
        ),
        Provision(
            "p8.6",
            (
                "Carriers should delete within ninety days the copies they took of the papers of those whom "
                "they carried out of danger."
            ),
            Responsibility(
                bearers=(Share("carriers"),),
                beneficiary="passengers",
                action="delete copies of papers",
                theme="data",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
        Provision(
            "p8.7",
            (
                "States where the crisis was should tell anybody who asks what was recorded about them, and "
                "correct what is wrong."
            ),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="all who were registered",
                action="tell people what was recorded",
                theme="data",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
    ),
)
