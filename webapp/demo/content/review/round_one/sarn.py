"""Round one: what Sarn wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="SARN",
    covering_statement=(
        "The Confederation, mindful that its valleys have been crossed by those who fled since before "
        "it had that name, submits the following observations in a constructive spirit and without "
        "prejudice to the position which its free towns may take at a later stage."
    ),
    drafted=When(-34, 15),
    handed_in_by="zellweger",
    handed_in=When(-28, 11),
    answered_by="faumuina",
    answered=When(-22, 14),
    comments=(
        Comment(
            "zellweger",
            "substantive",
            (
                "The Confederation shares the humane purpose of this provision, and would nonetheless be "
                "grateful if the verb could be reconsidered. “Shall open” addresses the door; what is "
                "meant, if we understand the drafters correctly, are the people behind it."
            ),
            "p7.3",
            "shall open",
            answer=Answer(
                "accepted",
                (
                    "They are what is meant. Rev.1 says “shall take to safety, before the danger arrives, "
                    "those who are held”."
                ),
            ),
        ),
        Comment(
            "zellweger",
            "substantive",
            (
                "The Confederation would favour the addition, after “pass”, of the words “without undue "
                "delay”. It does not insist."
            ),
            "p3.5",
            "let people pass",
            answer=Answer(
                "not_accepted",
                (
                    "“Undue” invites a dispute about every hour. “Let pass” is understood as: when they "
                    "arrive."
                ),
            ),
        ),
        Comment(
            "kovacs",
            "substantive",
            (
                "Our constitution obliges the cantons to report certain grave offences, whatever the "
                "source. We need time to see whether this can be squared with a sentence that knows no "
                "exception. We do not ask for its deletion."
            ),
            "p8.3",
            "nothing passes from the first to the second",
            answer=Answer(
                "carried_over",
                (
                    "The sentence stands. The Confederation and one other State will report on their "
                    "consultations in round two."
                ),
            ),
        ),
        Comment(
            "kovacs",
            "editorial",
            (
                "The double negation is lost in two of our four languages. Perhaps: “whether or not one "
                "permit names them all”."
            ),
            "p6.1",
            "not only those whom one permit names",
            answer=Answer(
                "not_accepted",
                (
                    "The proposal is shorter by a word but could be read as a condition. The translators "
                    "have found a way."
                ),
            ),
        ),
        Comment(
            "zellweger",
            "substantive",
            (
                "The Confederation assumes that to join these principles is not to sign a treaty, that its "
                "parliament need not be seized of the matter, and that silence on its part is not to be "
                "taken for consent."
            ),
            "p0.3",
            "These principles are voluntary",
            answer=Answer(
                "noted",
                (
                    "The first two follow from the preamble. On the third, the rules of procedure say when "
                    "silence counts, and a member can always break it."
                ),
            ),
        ),
    ),
)
