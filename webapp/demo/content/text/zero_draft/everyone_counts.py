"""Principle 1 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_1 = Element(
    "e1",
    "principle",
    "Everyone counts",
    (
        Provision(
            "p1.1",
            (
                "Whoever plans for a crisis plans for everyone who lives in the country, whatever passport "
                "they hold and whether or not they hold one."
            ),
        ),
        Provision(
            "p1.2",
            (
                "Help is given by need. Status is not asked before help is given, and what is learnt while "
                "helping is not used against those who were helped."
            ),
        ),
        Provision(
            "p1.3",
            (
                "States where the crisis is should include migrants in their plans for civil protection, "
                "with an estimate, renewed each year, of how many live where and which languages they speak."
            ),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="all migrants",
                action="include migrants in plans for civil protection",
                theme="warning",
                phases=("preparedness",),
                strength="should",
            ),
        ),
        Provision(
            "p1.4",
            (
                "States where the crisis is should give organisations of migrants a seat where such plans "
                "are made, and a copy of what is decided there in a language they can use."
            ),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="organisations of migrants",
                action="give a seat where plans are made",
                theme="warning",
                phases=("preparedness",),
                strength="should",
            ),
        ),
        Provision(
            "p1.5",
            (
                "Employers, and recruiters with them, should keep for each worker from abroad an address, a "
                "telephone number that works and the name of somebody to call."
            ),
            Responsibility(
                bearers=(Share("employers", leads=True), Share("recruiters")),
                beneficiary="their workers and the workers’ families",
                action="keep a contact for each worker",
                theme="families",
                phases=("preparedness",),
                strength="should",
            ),
        ),
    ),
)
