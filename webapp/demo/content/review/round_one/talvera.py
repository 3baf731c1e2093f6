"""Round one: what Talvera wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="TAL",
    covering_statement=(
        "Talvera is sixty-one islands. Nine thousand people from abroad work on them, most in hotels "
        "by the beach. Twice in ten years the sea has come into those hotels."
    ),
    drafted=When(-38, 9, 15),
    handed_in_by="rahmani",
    handed_in=When(-33, 17, 30),
    answered_by="weyer",
    answered=When(-26, 14),
    comments=(
        Comment(
            "rahmani",
            "substantive",
            (
                "On the outer islands there is no “public” to be warned at once; there is a radio at the "
                "chief’s house and a bell at the church. We ask the drafters to remember that a warning "
                "has a last mile, and that on our islands it is made of water."
            ),
            "p2.1",
            "the public",
            answer=Answer(
                "noted",
                (
                    "2.2 is about that last mile. An account of the bell and the radio would be welcome in "
                    "the annex of practices."
                ),
            ),
        ),
        Comment(
            "tuilagi",
            "substantive",
            "Knowing is not moving. We knew about the dormitory. Add the plan.",
            "p7.2",
            "know, before it comes",
            answer=Answer("accepted", "Rev.1 adds “and plan how they are brought out”."),
        ),
        Comment(
            "brandt",
            "substantive",
            (
                "For a State of our size the number for an islet is a name. We will publish figures for "
                "groups of islands, with fewer than fifty people rounded to “under fifty”, and read the "
                "sentence as allowing this."
            ),
            "p1.3",
            "how many live where",
            answer=Answer("noted", "It does. How finely an estimate is divided is left to whoever makes it."),
        ),
        Comment(
            "tuilagi",
            "substantive",
            (
                "When the boat has forty seats and two hundred stand on the jetty, need is decided by "
                "whoever holds the rope. Train that man. No text will help him if he reads it for the "
                "first time there."
            ),
            "p4.1",
            "Seats on ships, buses and aircraft",
            answer=Answer(
                "carried_over",
                (
                    "Training of crews and harbour staff is on the list for the annex of practices, with "
                    "the question of the United States on the same provision."
                ),
            ),
        ),
        Comment(
            "rahmani",
            "general",
            (
                "Small island States will be host, transit and origin in the same week. The lists of "
                "bearers make us three delegations in one. We can live with this, as long as nobody adds "
                "up what we owe on three pages and finds it more than a large State owes on one."
            ),
            answer=Answer(
                "noted",
                (
                    "A State bears what its role in a given crisis brings with it. The matrix counts "
                    "provisions and weighs nobody."
                ),
            ),
        ),
    ),
)
