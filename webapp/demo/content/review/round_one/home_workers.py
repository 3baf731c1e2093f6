"""Round one: what the Home and Care Workers’ Alliance wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="HWA",
    covering_statement=(
        "We are forty unions of people who clean, cook and care in other people’s houses. We wrote "
        "these comments at night, because that is when we are free."
    ),
    drafted=When(-37, 20),
    handed_in_by="wairimu",
    handed_in=When(-29, 19, 45),
    answered_by="weyer",
    answered=When(-24, 14, 30),
    comments=(
        Comment(
            "magsaysay",
            "substantive",
            (
                "Name us. We are domestic workers. There are more of us than of sailors, and a text that "
                "cannot say our name will not find our door when the bombing starts."
            ),
            "p7.4",
            "those who work alone, in a private house",
            answer=Answer("accepted", "Rev.1 begins with the words “Employers of domestic workers”."),
        ),
        Comment(
            "chaudhary",
            "substantive",
            (
                "My own contract was in a drawer that I was not allowed to open. It has to be in our hands "
                "on the first day, and a picture on the telephone is the only copy that nobody finds."
            ),
            "p5.2",
            "give each worker a copy of their own",
            answer=Answer(
                "accepted_with_modification",
                (
                    "Rev.1 says “on paper or on a telephone”. The first day is not named, since contracts "
                    "are renewed and changed."
                ),
            ),
        ),
        Comment(
            "chaudhary",
            "substantive",
            (
                "And if the workplace is where you sleep? When she leaves, she has left her bed, her "
                "clothes and her permit, and he calls the police and says she ran away. Please think of "
                "her in this sentence."
            ),
            "p2.5",
            "leaving a workplace",
            answer=Answer(
                "carried_over",
                (
                    "Whether a house that is a home and a workplace needs words of its own is asked in "
                    "round two. The protection against punishment covers her as it stands."
                ),
            ),
        ),
        Comment(
            "wairimu",
            "substantive",
            "We hear that “shall” is to be paid for with something. We pay already. Keep it.",
            "p5.4",
            "shall repay",
            answer=Answer(
                "not_accepted",
                (
                    "The bracket could be closed with “in full” only where the sentence says “should”. The "
                    "strength can be proposed again in round two."
                ),
            ),
        ),
        Comment(
            "wairimu",
            "substantive",
            (
                "A worker who was brought to the shelter by her employer’s family arrives together with "
                "them. She may not want to be kept so."
            ),
            "p6.2",
            "keep those together who arrive together",
            answer=Answer("accepted", "Rev.1 adds “unless one of them asks to be apart”."),
        ),
        Comment(
            "magsaysay",
            "general",
            (
                "There is much here about lists. We have been on lists all our lives. Tell us, each time, "
                "who reads them."
            ),
            answer=Answer(
                "noted",
                (
                    "Principle 8 is meant to answer this. Where it does not, a comment on the provision "
                    "concerned would help the drafters."
                ),
            ),
        ),
    ),
)
