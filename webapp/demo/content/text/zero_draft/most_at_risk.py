"""Principle 7 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_7 = Element(
    "e7",
    "principle",
    "Those most at risk",
    (
        Provision(
            "p7.1",
            (
                "A crisis does not strike everyone alike. Whoever is pregnant, ill, old, very young or alone is "
                "asked first what they need."
            ),
        ),
        Provision(
            "p7.2",
            (
                "States where the crisis is should know, before it comes, where people live who cannot leave by "
                "themselves: in dormitories, camps, hospitals and places of detention."
            ),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="migrants who cannot leave by themselves",
                action="know where people cannot leave",
                theme="risk",
                phases=("preparedness",),
                strength="should",
            ),
        ),
        Provision(
            "p7.3",
            ("States where the crisis is shall open places of detention that lie in the path of danger."),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="migrants in detention",
                action="bring people out of detention in danger",
                theme="risk",
                phases=("emergency_response",),
                strength="shall",
            ),
        ),
        Provision(
            "p7.4",
            (
                "Employers of those who work alone, in a private house, in a field or on a boat, should agree "
                "with each of them on a sign by which they can call for help."
            ),
            Responsibility(
                bearers=(Share("employers"),),
                beneficiary="those who work alone",
                action="agree on a sign",
                theme="risk",
                phases=("preparedness",),
                strength="should",
            ),
        ),
        Provision(
            "p7.5",
            (
                "Civil society organisations, and international organisations with them, may have somebody in "
                "each shelter to whom a woman can speak alone, in a language that is hers."
            ),
            Responsibility(
                bearers=(
                    Share("civil", leads=True),
                    Share("organisations"),
                ),
                beneficiary="women in shelters",
                action="have somebody to speak to in each shelter",
                theme="risk",
                phases=("emergency_response",),
                strength="may",
            ),
        ),
        Provision(
            "p7.6",
            (
                "A child who is alone is not moved to another country before somebody who acts for this child "
                "and nobody else has been heard."
            ),
        ),
    ),
)
