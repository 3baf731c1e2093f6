"""Round one: what the Diaspora Forum wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="DF",
    covering_statement="When the lines go dead, people call their relatives abroad. We are the ones who are called.",
    drafted=When(-30, 18),
    handed_in_by="achterberg",
    handed_in=When(-28, 23, 15),
    answered_by="faumuina",
    answered=When(-21, 10),
    comments=(
        Comment(
            "achterberg",
            "substantive",
            (
                "We do this already, at our own cost and often at our own risk. Whoever is to carry a "
                "warning should be told it first."
            ),
            "p2.2",
            "carry warnings further",
            answer=Answer(
                "not_accepted",
                (
                    "A warning that reaches some before others is what 2.1 means to end. Costs and safety "
                    "can be taken up in the annex of practices."
                ),
            ),
        ),
        Comment(
            "achterberg",
            "substantive",
            (
                "“May” reads as a permission where a limit is meant. People who fear being reported do not "
                "come forward to be counted."
            ),
            "p3.4",
            "may be used for that purpose alone",
            answer=Answer(
                "carried_over",
                (
                    "Opinions differ on how strong this sentence is to be. Words for it are expected in "
                    "round two."
                ),
            ),
        ),
        Comment(
            "achterberg",
            "substantive",
            (
                "Not everybody wants to be found by every relative. Add “and if the person who was found "
                "consents”."
            ),
            "p4.6",
            "share what they find with the family alone",
            answer=Answer(
                "carried_over",
                (
                    "Several delegations have asked for time to consult those who trace families. The "
                    "point stays open in round two."
                ),
            ),
        ),
        Comment(
            "achterberg",
            "substantive",
            "Children who were born abroad often stand in no register. Please name them.",
            "p3.3",
            "anyone they recognise as their own",
            answer=Answer(
                "accepted", "Rev.1 adds “including children born abroad who were never registered”."
            ),
        ),
        Comment(
            "yilmaz",
            "substantive",
            (
                "Right. But messages go through the servers of companies that do keep copies, and we "
                "cannot undo that. We read the sentence as being about what we hold ourselves."
            ),
            "p6.3",
            "keep no copy of them",
            answer=Answer("noted", "It is read in the same way by those who answered for the drafters."),
        ),
        Comment(
            "achterberg",
            "substantive",
            (
                "Of sixty sentences this is the one our communities will look for. The day it is weakened "
                "we shall have to advise people to give no name at all."
            ),
            "p8.3",
            "nothing passes from the first to the second",
            answer=Answer(
                "noted", "It stands unchanged in Rev.1. Two States have asked for time to consult on it."
            ),
        ),
        Comment(
            "yilmaz",
            "general",
            (
                "The diaspora is asked to carry, to visit, to pass on. We do all that after work and on "
                "Sundays. We do not ask to be paid. We ask to be at the table before the storm, and not "
                "only on the telephone during it."
            ),
            answer=Answer(
                "noted",
                (
                    "1.4 gives organisations of migrants a seat where plans are made. The co-chairs read "
                    "it as including those of the diaspora."
                ),
            ),
        ),
    ),
)
