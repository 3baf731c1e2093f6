"""Round one: what the International Organization for Migration wrote, and what was answered. The positions are fictional."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="IOM",
    covering_statement=(
        "These comments come from colleagues who have organised departures by sea, by road and by air. "
        "They are about who acts first, and on whose word."
    ),
    drafted=When(-35, 15),
    handed_in_by="dlamini",
    handed_in=When(-31, 9, 10),
    answered_by="faumuina",
    answered=When(-22, 10),
    comments=(
        Comment(
            "dlamini",
            "substantive",
            (
                "“Seek to ensure” is what a consulate under fire can promise in good faith. A promise that "
                "cannot be kept is read as a reason not to join."
            ),
            "p3.3",
            "that their consulates can issue",
            answer=Answer(
                "carried_over",
                "Both alternatives stand in Rev.1 with their proponents. They are discussed in round two.",
            ),
        ),
        Comment(
            "aalto",
            "substantive",
            (
                "Two kinds of organisers are named here and neither leads. Lists are then kept twice, or "
                "not at all. The State whose citizens leave should lead."
            ),
            "p4.2",
            "keep a list of those who left",
            answer=Answer(
                "carried_over",
                (
                    "The matrix of responsibilities shows it as an overlap. The delegations concerned are "
                    "asked for a proposal in round two."
                ),
            ),
        ),
        Comment(
            "aalto",
            "substantive",
            (
                "Once a year is right for cities. On ships it should be every voyage. Perhaps “regularly, "
                "and at least once a year”."
            ),
            "p2.3",
            "once a year",
            answer=Answer(
                "not_accepted",
                (
                    "“Once a year” is a minimum that can be checked; “regularly” adds nothing to it. "
                    "Whoever can do more is free to."
                ),
            ),
        ),
        Comment(
            "aalto",
            "editorial",
            (
                "We like these words. Translators should be told what they mean: that somebody answers, "
                "and not only that the line is in service."
            ),
            "p1.5",
            "a telephone number that works",
            answer=Answer("noted", "Passed on to the translators."),
        ),
        Comment(
            "aalto",
            "substantive",
            (
                "Three of our systems delete after five years because auditors ask for it. We can separate "
                "what identifies a person from what an auditor must see, and delete the first within the "
                "year. It will take a budget line."
            ),
            "p8.4",
            "within a year after the emergency",
            answer=Answer(
                "noted",
                (
                    "The sentence asks for no more than that: what was collected about persons. Accounts "
                    "that name nobody are not touched by it."
                ),
            ),
        ),
        Comment(
            "dlamini",
            "substantive",
            (
                "Please add who pays for those who cannot. Without this, “all” will mean all who have a "
                "travel budget, and the migrants’ organisations will be missing once again."
            ),
            "p10.2",
            "bring together all who took part",
            answer=Answer(
                "carried_over",
                (
                    "Who bears costs is not settled in this text, as was said on 3.3. How meetings are "
                    "paid for can be said in the annex of practices."
                ),
            ),
        ),
        Comment(
            "aalto",
            "editorial",
            (
                "A shelter may be a stadium or a tent. We take “each” to mean each place that is run as "
                "one, and ask for no change."
            ),
            "p7.5",
            "each shelter",
            answer=Answer("noted", "This is the co-chairs’ reading too."),
        ),
    ),
)
