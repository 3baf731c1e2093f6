"""Round one: what the Doctors at the Harbour wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="DATH",
    covering_statement="Twelve clinics in nine ports. We comment on what we have seen from a stretcher’s height.",
    drafted=When(-36, 22),
    handed_in_by="lindgren",
    handed_in=When(-31, 6, 30),
    answered_by="faumuina",
    answered=When(-25, 9),
    comments=(
        Comment(
            "lindgren",
            "substantive",
            "Add: injured. First word of the list. Triage starts there.",
            "p7.1",
            "pregnant, ill, old, very young or alone",
            answer=Answer("accepted", "Rev.1 begins the list with “injured”."),
        ),
        Comment(
            "lindgren",
            "substantive",
            (
                "Medical files are covered by professional secrecy in all nine of our countries. The draft "
                "must not become the weaker promise."
            ),
            "p1.2",
            "what is learnt while helping",
            answer=Answer(
                "noted", "It cannot: Rev.1 says in the preamble that no obligation in law is taken away."
            ),
        ),
        Comment(
            "alsayed",
            "substantive",
            (
                "Take a sample before burial. It costs four euros. Without it “wherever this can be done” "
                "means nowhere."
            ),
            "p6.4",
            "identified wherever this can be done",
            answer=Answer(
                "carried_over",
                (
                    "Samples touch the law on medical data in many States. The Bureau for Missing "
                    "Relatives and the doctors are asked for common words."
                ),
            ),
        ),
        Comment(
            "alsayed",
            "substantive",
            (
                "In two ports we were let in only after the water was. Whoever is taken out should see a "
                "doctor within a day. Can this be added?"
            ),
            "p7.3",
            "places of detention",
            answer=Answer(
                "not_accepted",
                (
                    "One duty to a sentence. A separate provision on care after departure can be proposed "
                    "in round two."
                ),
            ),
        ),
        Comment(
            "lindgren",
            "substantive",
            "Men are assaulted too. They tell nobody. “Anyone” would be right.",
            "p7.5",
            "to whom a woman can speak alone",
            answer=Answer(
                "not_accepted",
                (
                    "Organisations that run shelters asked for a person whom women can trust as a first "
                    "step that can be checked. The point is kept on the list for the annex."
                ),
            ),
        ),
        Comment(
            "lindgren",
            "editorial",
            "Also used to raise votes. We leave it to the drafters.",
            "p8.5",
            "raise money",
            answer=Answer("noted", "The co-chairs left it as it is, with thanks."),
        ),
    ),
)
