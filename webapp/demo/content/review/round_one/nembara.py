"""Round one: what Nembara wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="NEM",
    covering_statement=(
        "One household in three in Nembara lives on what somebody sends from abroad. We have read "
        "every line and asked who pays when it stops."
    ),
    drafted=When(-40, 8),
    handed_in_by="gurung",
    handed_in=When(-33, 9, 50),
    answered_by="faumuina",
    answered=When(-26, 11),
    comments=(
        Comment(
            "gurung",
            "substantive",
            (
                "Our people borrow at thirty-six per cent, from the man who owns the shop. When the tower "
                "stops, the interest does not. If there is one sentence in this text for which we came, it "
                "is this one. We propose a year at the least."
            ),
            "p9.3",
            "debts which were made for a journey",
            answer=Answer(
                "partly_accepted",
                (
                    "The time stands in Rev.1 in square brackets. Some States doubt that they can bind a "
                    "private lender, and have asked for examples."
                ),
            ),
        ),
        Comment(
            "rai",
            "substantive",
            (
                "We support repayment in full. Our ministry has the receipts of eleven thousand workers "
                "and is ready to show them to anybody who speaks of proportion."
            ),
            "p5.4",
            "the fee of a worker",
            answer=Answer("accepted", "Rev.1 says “in full”."),
        ),
        Comment(
            "rai",
            "substantive",
            (
                "Where most of our people work there is none. A consulate can lodge a claim too, and ours "
                "do so every week."
            ),
            "p5.3",
            "through a trade union",
            answer=Answer("accepted", "Rev.1 adds “or through a consulate”."),
        ),
        Comment(
            "gurung",
            "substantive",
            (
                "And of which country. After the collapse we were told a number. We had to find out from "
                "the families, one telephone call at a time, how many of them were ours."
            ),
            "p10.3",
            "hurt and killed",
            answer=Answer(
                "duplicate",
                (
                    "The Philippines proposed the same. The words stand in Rev.1 in brackets, with both "
                    "delegations named."
                ),
            ),
        ),
        Comment(
            "gurung",
            "substantive",
            (
                "We associate ourselves with what the Migrant Workers’ Union Federation will surely have "
                "written here, and in stronger words than a government uses."
            ),
            "p3.2",
            "may hand it back",
            answer=Answer(
                "partly_accepted",
                "Rev.1 says “should”, at the first official warning and without being asked.",
            ),
        ),
        Comment(
            "rai",
            "substantive",
            (
                "After the last war forty thousand came back in nineteen days to a country with one "
                "runway. We will receive them. We ask those who send the aircraft to tell us the day "
                "before."
            ),
            "p4.7",
            "should receive those who return",
            answer=Answer(
                "carried_over",
                (
                    "Notice to the State of origin before a departure fits 4.2 better. A proposal for "
                    "words is expected in round two."
                ),
            ),
        ),
    ),
)
