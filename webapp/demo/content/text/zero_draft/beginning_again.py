"""Principle 9 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_9 = Element(
    "e9",
    "principle",
    "Return, and beginning again",
    (
        Provision(
            "p9.1",
            "To return is a choice. Whoever took a seat on the way out has not promised to stay away.",
        ),
        Provision(
            "p9.2",
            (
                "States of origin should tell those who return, within a month, what help there is, who gives "
                "it and for how long."
            ),
            Responsibility(
                bearers=(Share("origin"),),
                beneficiary="those who return",
                action="tell what help there is",
                theme="return",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
        Provision(
            "p9.3",
            (
                "States of origin should see to it that no interest runs on debts which were made for a journey "
                "that the crisis has undone[, for at least a year -- NEM, HWA]."
            ),
            Responsibility(
                bearers=(Share("origin"),),
                beneficiary="those who return in debt",
                action="stop interest on debts",
                theme="return",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
        Provision(
            "p9.4",
            "Recruiters shall not charge a second fee to those who go back to the same employer.",
            Responsibility(
                bearers=(Share("recruiters"),),
                beneficiary="those who go back to their work",
                action="charge no second fee",
                theme="return",
                phases=("post_crisis",),
                strength="shall",
            ),
        ),
        Provision(
            "p9.5",
            (
                "Civil society organisations, and diaspora organisations with them, should visit those who "
                "returned six months later, and tell the State of origin, without names, what is missing."
            ),
            Responsibility(
                bearers=(
                    Share("civil", leads=True),
                    Share("diaspora"),
                ),
                beneficiary="those who returned",
                action="look in on people after six months",
                theme="return",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
    ),
)
