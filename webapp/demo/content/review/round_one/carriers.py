"""Round one: what the Carriers’ Assistance Pool wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="CAP",
    covering_statement=(
        "Our members carry people out on ordinary tickets more often than on chartered flights. We ask "
        "for rules that staff at a gate can apply."
    ),
    drafted=When(-32, 16),
    handed_in_by="vasconcelos",
    handed_in=When(-28, 20, 50),
    answered_by="weyer",
    answered=When(-20, 15),
    comments=(
        Comment(
            "hadjigeorgiou",
            "substantive",
            (
                "There is no ordinary fare. It changes by the minute. A limit that names a date could be "
                "applied."
            ),
            "p4.3",
            "at the ordinary fare or below",
            answer=Answer(
                "accepted_with_modification",
                (
                    "Rev.1 names a time instead of a date, which would be different in each crisis: the "
                    "fare of the week before."
                ),
            ),
        ),
        Comment(
            "vasconcelos",
            "editorial",
            "“For want of” is hard to translate. Perhaps “because they lack”.",
            "p3.1",
            "for want of",
            answer=Answer(
                "accepted_with_modification",
                "Taken as “for lack of”, which is shorter and can be followed in all languages.",
            ),
        ),
        Comment(
            "hadjigeorgiou",
            "substantive",
            "Agreed. Our members would ask the authorities to send one text, and not five.",
            "p2.6",
            "free of charge",
            answer=Answer("noted", "The wish is passed on to the delegations of States."),
        ),
        Comment(
            "hadjigeorgiou",
            "substantive",
            (
                "Aviation law obliges us to keep passenger records for longer in most countries and to "
                "delete them sooner in one. A carrier could not keep this provision without breaking a "
                "law."
            ),
            "p8.6",
            "delete within ninety days",
            answer=Answer(
                "accepted",
                (
                    "The provision is deleted. What carriers pass on to organisations that register people "
                    "falls under 8.4."
                ),
            ),
        ),
        Comment(
            "nakashima",
            "substantive",
            (
                "Ground staff were told to have people sign exactly such a promise. We would like a "
                "sentence that lets them refuse the form."
            ),
            "p9.1",
            "has not promised to stay away",
            answer=Answer(
                "not_accepted",
                (
                    "The co-chairs prefer a sentence that states the principle. A carrier may of course "
                    "show it to whoever hands over the form."
                ),
            ),
        ),
    ),
)
