"""Round one: what the Ships’ Crews Mutual Assurance wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="SCMA",
    covering_statement="Short, because we insure ships and not sentences.",
    drafted=When(-32, 9),
    handed_in_by="stavrou",
    handed_in=When(-29, 16),
    answered_by="faumuina",
    answered=When(-25, 15),
    comments=(
        Comment(
            "stavrou",
            "substantive",
            (
                "Crew policies cover it up to a limit. We ask shipowners to say so to the families, who "
                "rarely know."
            ),
            "p6.5",
            "the cost of bringing the dead home",
            answer=Answer(
                "noted",
                "Passed on to the Employers’ League and to the Conference of Seafaring Administrations.",
            ),
        ),
        Comment(
            "stavrou",
            "substantive",
            (
                "Our correspondents in 300 ports learn this within hours. They could enter it if somebody "
                "told them where."
            ),
            "p4.2",
            "where they were taken",
            answer=Answer(
                "carried_over",
                (
                    "Who keeps the list is open (see the matrix). The offer is put before the delegations "
                    "concerned in round two."
                ),
            ),
        ),
        Comment(
            "stavrou",
            "substantive",
            "No store keeps things for ever. Say a year.",
            "p4.4",
            "until it can be fetched",
            answer=Answer(
                "carried_over",
                (
                    "A term is proposed by two delegations, of different length. It is asked again "
                    "together with the question who insures the belongings."
                ),
            ),
        ),
    ),
)
