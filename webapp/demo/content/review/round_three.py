"""Round three, on past crises: said by constituency, so that nobody has to defend what went wrong.

Each contribution has one comment: the loader answers contribution by contribution, and that would tell.
"""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

KESTORIA = Contribution(
    delegation="KEST",
    covering_statement="",
    drafted=When(-9, 10),
    handed_in_by="dorescu",
    handed_in=When(-8, 14, 35),
    comments=(
        Comment(
            "dorescu",
            "substantive",
            (
                "It was so with us. Names were taken at the doors of the halls, and for three days the "
                "halls stayed half empty. On the fourth day we stopped asking."
            ),
            "n1.1",
            "gives a name at the door of a shelter",
            answer=Answer(
                "accepted_with_modification",
                "The note will say that the halls filled once nobody asked for names. No country is named.",
            ),
        ),
    ),
    answered_by="faumuina",
    answered=When(-5, 10),
)

REGIONAL_RELIEF_OFFICE = Contribution(
    delegation="RRO",
    covering_statement="",
    drafted=When(-10, 9, 20),
    handed_in_by="eze",
    handed_in=When(-7, 16, 5),
    comments=(
        Comment(
            "eze",
            "substantive",
            (
                "We counted those who were on a list, and planned meals for that number. Whoever was on no "
                "list was not in our figures and not in our queue."
            ),
            "n1.3",
            answer=Answer("accepted", "The sentence about lists is taken over as it stands."),
        ),
    ),
    answered_by="faumuina",
    answered=When(-5, 11),
)

MIGRANT_WORKERS = Contribution(
    delegation="MWUF",
    covering_statement=(
        "We speak of our own mistakes first. It is easier where the list of comments has no column for names."
    ),
    drafted=When(-9, 15, 30),
    handed_in_by="lund",
    handed_in=When(-7, 9, 10),
    comments=(
        Comment(
            "lund",
            "substantive",
            (
                "Some of our own people told workers to stay in the dormitory. They did not know where the "
                "shelters were, and nobody had told them."
            ),
            "n1.2",
            answer=Answer("accepted", "The note will add that those whom workers ask were not told either."),
        ),
    ),
    answered_by="faumuina",
    answered=When(-5, 12),
)

DIASPORA_FORUM = Contribution(
    delegation="DF",
    covering_statement="",
    drafted=When(-9, 18),
    handed_in_by="achterberg",
    handed_in=When(-6, 9, 50),
    comments=(
        Comment(
            "achterberg",
            "general",
            "Could the next note be about what went well? There was some of that, too.",
            answer=Answer("noted", "The co-chairs will propose it when this note is finished."),
        ),
    ),
    answered_by="faumuina",
    answered=When(-5, 13),
)

COASTAL_RELIEF = Contribution(
    delegation="CRN",
    covering_statement="",
    drafted=When(-8, 19),
    handed_in_by="taufa",
    handed_in=When(-7, 20, 40),
    comments=(
        Comment(
            "taufa",
            "substantive",
            (
                "For two days the warning was read out in one language. The other texts lay in a drawer, "
                "finished, and the one who had the key was on leave."
            ),
            "n1.2",
            "Warnings came in one language",
            answer=Answer("accepted", "A drawer and a key make it clear to everybody."),
        ),
    ),
    answered_by="faumuina",
    answered=When(-5, 14),
)

CARRIERS = Contribution(
    delegation="CAP",
    covering_statement="",
    drafted=When(-8, 11),
    handed_in_by="hadjigeorgiou",
    handed_in=When(-6, 12, 15),
    comments=(
        Comment(
            "hadjigeorgiou",
            "substantive",
            (
                "Two ships left with free places, because the list at the quay was closed and nobody on "
                "board had the right to open it again."
            ),
            "n1.3",
            answer=Answer("accepted", "Taken over, without the quay."),
        ),
    ),
    answered_by="faumuina",
    answered=When(-5, 15),
)

CONTRIBUTIONS = (KESTORIA, REGIONAL_RELIEF_OFFICE, MIGRANT_WORKERS, DIASPORA_FORUM, COASTAL_RELIEF, CARRIERS)
