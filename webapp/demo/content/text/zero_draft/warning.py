"""Principle 2 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_2 = Element(
    "e2",
    "principle",
    "Warning in time",
    (
        Provision(
            "p2.1",
            "Whoever warns the public of a storm, a flood or fighting should warn migrants at the same hour.",
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="all migrants",
                action="warn at the same hour",
                theme="warning",
                phases=("preparedness", "emergency_response"),
                strength="should",
            ),
        ),
        Provision(
            "p2.2",
            (
                "Civil society organisations, and diaspora organisations with them, should carry warnings "
                "further, to people whom no loudspeaker and no telephone reaches, and tell the authorities "
                "whom they could not find."
            ),
            Responsibility(
                bearers=(Share("civil", leads=True), Share("diaspora")),
                beneficiary="migrants who are hard to reach",
                action="carry warnings further",
                theme="warning",
                phases=("emergency_response",),
                strength="should",
            ),
        ),
        Provision(
            "p2.3",
            (
                "International organisations should, with the authorities, rehearse a warning once a year in "
                "at least one place where many migrants work: at sea, in the fields or in private houses."
            ),
            Responsibility(
                bearers=(Share("organisations"),),
                beneficiary="migrants at work",
                action="rehearse a warning",
                theme="warning",
                phases=("preparedness",),
                strength="should",
            ),
        ),
        Provision(
            "p2.4",
            (
                "States of origin should [keep -- PHL, MARENGA][offer to keep -- USA] a voluntary register "
                "of their citizens abroad, and use it to warn them in their own language."
            ),
            Responsibility(
                bearers=(Share("origin"),),
                beneficiary="their citizens abroad",
                action="keep a voluntary register",
                theme="consular",
                phases=("preparedness",),
                strength="should",
            ),
        ),
        Provision(
            "p2.5",
            (
                "Employers shall pass an official warning on to every worker within the hour, and shall not "
                "punish anyone for leaving a workplace that the warning names."
            ),
            Responsibility(
                bearers=(Share("employers"),),
                beneficiary="their workers",
                action="pass warnings on, and punish nobody who leaves",
                theme="warning",
                phases=("emergency_response",),
                strength="shall",
            ),
        ),
        Provision(
            "p2.6",
            (
                "Carriers may use the messages they send to passengers to pass on official warnings, free of "
                "charge and in the language in which the ticket was bought."
            ),
            Responsibility(
                bearers=(Share("carriers"),),
                beneficiary="passengers",
                action="pass warnings on to passengers",
                theme="warning",
                phases=("emergency_response",),
                strength="may",
            ),
        ),
    ),
)
