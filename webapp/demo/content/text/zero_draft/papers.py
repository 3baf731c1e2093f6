"""Principle 3 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_3 = Element(
    "e3",
    "principle",
    "Papers and proof of who one is",
    (
        Provision(
            "p3.1",
            (
                "A migrant who has lost a passport in a flood, or was made to leave it behind, is still the "
                "person it named. No one should be turned away from shelter, transport or a border for want "
                "of a document that the crisis itself has taken."
            ),
        ),
        Provision(
            "p3.2",
            (
                "An employer or recruiter who holds a worker’s passport, for whatever reason, may hand it "
                "back on request."
            ),
            Responsibility(
                bearers=(Share("employers", leads=True), Share("recruiters")),
                beneficiary="their workers",
                action="return passports",
                theme="papers",
                phases=("emergency_response",),
                strength="may",
            ),
        ),
        Provision(
            "p3.3",
            (
                "States of origin should [ensure -- PHL, USA][seek to ensure -- IOM] that their consulates "
                "can issue an emergency travel document within two days, free of charge, to anyone they "
                "recognise as their own."
            ),
            Responsibility(
                bearers=(Share("origin"),),
                beneficiary="their citizens",
                action="issue emergency travel documents",
                theme="papers",
                phases=("emergency_response",),
                strength="should",
            ),
        ),
        Provision(
            "p3.4",
            (
                "What is collected to establish who somebody is may be used for that purpose alone, and is "
                "kept no longer than the purpose lasts."
            ),
        ),
        Provision(
            "p3.5",
            (
                "Transit States should let people pass who hold an emergency travel document issued by "
                "another State."
            ),
            Responsibility(
                bearers=(Share("transit"),),
                beneficiary="migrants on their way out",
                action="recognise emergency travel documents",
                theme="papers",
                phases=("emergency_response",),
                strength="should",
            ),
        ),
        Provision(
            "p3.6",
            (
                "Where a consulate has had to close, the State of origin may ask another State to act for "
                "it, and international organisations may stand in until one of them can."
            ),
            Responsibility(
                bearers=(Share("origin", leads=True), Share("organisations")),
                beneficiary="migrants without a consulate",
                action="have others act for a closed consulate",
                theme="consular",
                phases=("emergency_response",),
                strength="may",
            ),
        ),
    ),
)
