"""Round one: what the International Bureau for Missing Relatives wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="IBMR",
    covering_statement=(
        "The Bureau has looked for missing people for seventy years. What it has learnt can be said in "
        "a line: record little, record it once, and never lose the link between a name and those who "
        "wait for it."
    ),
    drafted=When(-39, 13),
    handed_in_by="haugen",
    handed_in=When(-34, 10, 10),
    answered_by="weyer",
    answered=When(-24, 9, 30),
    comments=(
        Comment(
            "haugen",
            "substantive",
            (
                "Something must follow this sentence. We have seen names read out on the evening news "
                "while a mother sat before the set. We propose a new provision: no name of a dead person "
                "is made public before the family has been told, or has been looked for in vain."
            ),
            "p6.4",
            "The dead are identified",
            answer=Answer("accepted", "It is a new provision in principle 6, in these words."),
        ),
        Comment(
            "petrosyan",
            "substantive",
            (
                "The person concerned may be dead. One in nine of our searches is closed more than five "
                "years after it was opened. Add the family that is still searching; otherwise we delete "
                "the only thread that leads to a grave."
            ),
            "p8.4",
            "unless the person concerned asks them to keep it",
            answer=Answer("accepted", "Rev.1 adds “or a family that is still searching”."),
        ),
        Comment(
            "petrosyan",
            "editorial",
            "“Listed first” says what happens to the list. It should say what happens to the child.",
            "p4.5",
            "listed first",
            answer=Answer(
                "noted",
                (
                    "With the move of these words into 4.2 the purpose stands beside them: that nobody has "
                    "to be searched for twice."
                ),
            ),
        ),
        Comment(
            "haugen",
            "substantive",
            (
                "The Bureau would have welcomed “should”. It accepts “may” for organisations in general, "
                "because tracing by people who have not learnt it has done harm, and it will say so in "
                "public."
            ),
            "p4.6",
            "trace the members of a family",
            answer=Answer(
                "noted",
                "The Bureau’s reason is recorded. The gap after a crisis remains visible in the matrix.",
            ),
        ),
        Comment(
            "petrosyan",
            "substantive",
            (
                "A name and a number are not enough for our work; the place of birth distinguishes more "
                "people than any other single fact. It need not be known to the employer. The worker could "
                "carry it on a card."
            ),
            "p1.5",
            "the name of somebody to call",
            answer=Answer(
                "not_accepted",
                (
                    "1.5 is about a call in the first hours. What is asked for here belongs to a form that "
                    "the worker keeps, and is proposed for the annex."
                ),
            ),
        ),
    ),
)
