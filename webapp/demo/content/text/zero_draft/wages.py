"""Principle 5 of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share

PRINCIPLE_5 = Element(
    "e5",
    "principle",
    "Wages and belongings",
    (
        Provision(
            "p5.1",
            (
                "Wages that were earned are owed, whatever has become of the workplace, the contract or the "
                "permit."
            ),
        ),
        Provision(
            "p5.2",
            (
                "Employers should keep contracts, hours and wages on record in a place that the crisis cannot "
                "reach, and give each worker a copy of their own."
            ),
            Responsibility(
                bearers=(Share("employers"),),
                beneficiary="their workers",
                action="keep records of wages safe",
                theme="wages",
                phases=("preparedness",),
                strength="should",
            ),
        ),
        Provision(
            "p5.3",
            (
                "States where the crisis was should let a worker who has left claim wages from abroad, in "
                "writing or through a trade union, and without travelling back."
            ),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="workers who left",
                action="take claims for wages from abroad",
                theme="wages",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
        Provision(
            "p5.4",
            (
                "Recruiters shall repay [in full -- MWUF, HWA][in proportion -- RECA] the fee of a worker whose "
                "employment the crisis has ended within its first year."
            ),
            Responsibility(
                bearers=(Share("recruiters"),),
                beneficiary="workers who lost their employment",
                action="repay the fee",
                theme="wages",
                phases=("post_crisis",),
                strength="shall",
            ),
        ),
        Provision(
            "p5.5",
            (
                "States where the crisis is, and States of origin with them, should keep open the ways by which "
                "migrants send money home, and waive all charges on them while the emergency lasts."
            ),
            Responsibility(
                bearers=(
                    Share("host", leads=True),
                    Share("origin"),
                ),
                beneficiary="migrants and their families at home",
                action="keep the ways for money open",
                theme="wages",
                phases=("emergency_response",),
                strength="should",
            ),
        ),
    ),
)
