"""Round one: what the Association of Crisis Insurers wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="INS",
    covering_statement="We are grateful to be heard as an observer.",
    drafted=When(-31, 10),
    handed_in_by="kamau",
    handed_in=When(-29, 11, 25),
    answered_by="faumuina",
    answered=When(-20, 17),
    comments=(
        Comment(
            "kamau",
            "substantive",
            (
                "A policy usually ends where possession ends. If employers keep belongings, somebody "
                "should say who insures them meanwhile."
            ),
            "p4.4",
            "what the worker left behind",
            answer=Answer(
                "carried_over", "Employers’ and workers’ delegations are asked for their view in round two."
            ),
        ),
        Comment(
            "kamau",
            "general",
            (
                "Insurers are in the list of those who can bear a responsibility, and in no provision. We "
                "could offer to pay for the journey home before a claim is settled."
            ),
            answer=Answer(
                "noted",
                (
                    "An offer of this kind is welcome. A member delegation can propose it as a provision "
                    "in round two."
                ),
            ),
        ),
        Comment(
            "ferreira",
            "general",
            (
                "Several provisions turn on when an emergency begins and when it ends. An insurer would "
                "define both. Has the drafting group considered doing so once, at the beginning, instead "
                "of leaving it to each reader?"
            ),
            answer=Answer(
                "carried_over",
                (
                    "A definition is wanted by some and feared by others, since a declared end stops help. "
                    "An element for definitions will be discussed before Rev.2."
                ),
            ),
        ),
        Comment(
            "ferreira",
            "editorial",
            "We read this twice: wages that were earned abroad, or a claim that is made from there?",
            "p5.3",
            "claim wages from abroad",
            answer=Answer(
                "noted",
                (
                    "The claim is made from abroad. The rest of the sentence leaves no doubt, and "
                    "translators have been told."
                ),
            ),
        ),
    ),
)
