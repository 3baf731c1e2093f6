"""The preamble of the zero draft."""

from __future__ import annotations

from webapp.demo.content.shapes import Element, Provision

PREAMBLE = Element(
    "preamble",
    "preamble",
    "Preamble",
    (
        Provision(
            "p0.1",
            (
                "War and disaster do not ask for papers. Whoever lives in a country when fighting breaks out "
                "or the water rises is caught in it; those who came from elsewhere are often caught first, "
                "warned last and counted nowhere."
            ),
        ),
        Provision(
            "p0.2",
            (
                "States, international organisations, civil society and companies have each found ways to "
                "help. What is missing is an understanding, reached before the next crisis, of who does "
                "what, so that nobody waits for somebody else to begin."
            ),
        ),
        Provision(
            "p0.3",
            (
                "These principles are voluntary. They create no new obligation in law. They say what those "
                "who join them hold themselves to, towards migrants whatever their status, for as long as a "
                "crisis and its consequences last."
            ),
        ),
    ),
)
