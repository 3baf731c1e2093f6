"""Round one: what the Institute for the Study of Displacement and Labour wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="ISDL",
    covering_statement=(
        "The Institute thanks the initiative for the observer’s seat. It offers evidence where it has "
        "some, and says so where it has none."
    ),
    drafted=When(-40, 11),
    handed_in_by="novakova",
    handed_in=When(-37, 16, 20),
    answered_by="faumuina",
    answered=When(-20, 10),
    comments=(
        Comment(
            "novakova",
            "substantive",
            (
                "In four of five countries that we studied, two thirds of the error in such estimates "
                "comes from seasonal workers, who are absent in the month of the count. Whoever renews the "
                "estimate each year should not do so in the same month."
            ),
            "p1.3",
            "renewed each year",
            answer=Answer(
                "noted",
                (
                    "Passed on to the delegations of States with the study. The sentence leaves the month "
                    "open."
                ),
            ),
        ),
        Comment(
            "novakova",
            "substantive",
            (
                "Three words of escape, in our view justified. Studies that forced a number where none was "
                "known have produced numbers."
            ),
            "p10.3",
            "as far as this is known",
            answer=Answer("noted", "They stand."),
        ),
        Comment(
            "reinholt",
            "substantive",
            (
                "Our panel followed 1,140 people for two years. Most lose their first work between the "
                "seventh and the tenth month. A visit after six months meets them just before it matters; "
                "after nine it would meet them when it does."
            ),
            "p9.5",
            "six months later",
            answer=Answer(
                "not_accepted",
                (
                    "Those who make such visits find many people gone after nine months. Six is kept, and "
                    "the study is linked in the list for the annex."
                ),
            ),
        ),
        Comment(
            "reinholt",
            "general",
            (
                "The words “crisis”, “emergency” and “danger” are used in nineteen provisions and seem to "
                "follow no pattern. A table is attached to our covering letter. We make no proposal."
            ),
            answer=Answer(
                "carried_over",
                (
                    "The table was useful. The three words will be looked at together before Rev.2, with "
                    "the proposal for an element of definitions."
                ),
            ),
        ),
    ),
)
