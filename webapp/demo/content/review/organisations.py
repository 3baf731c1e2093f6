"""Round one: what the international organisations wrote, and what they were answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

IOM = Contribution(
    delegation="IOM",
    covering_statement=(
        "These comments come from colleagues who have organised departures by sea, by road and by "
        "air. They are about who acts first, and on whose word."
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
                "Two kinds of organisers are named here and neither leads. Lists are then kept twice, or not "
                "at all. The State whose citizens leave should lead."
            ),
            "p4.2",
            "keep a list of those who left",
            answer=Answer(
                "carried_over",
                (
                    "The matrix of responsibilities shows it as an overlap. The delegations concerned are asked "
                    "for a proposal in round two."
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
                    "“Once a year” is a minimum that can be checked; “regularly” adds nothing to it. Whoever can "
                    "do more is free to."
                ),
            ),
        ),
        Comment(
            "aalto",
            "editorial",
            (
                "We like these words. Translators should be told what they mean: that somebody answers, and "
                "not only that the line is in service."
            ),
            "p1.5",
            "a telephone number that works",
            answer=Answer("noted", "Passed on to the translators."),
        ),
    ),
)

REGIONAL_RELIEF_OFFICE = Contribution(
    delegation="RRO",
    covering_statement="",
    drafted=When(-30, 17),
    handed_in_by="eze",
    handed_in=When(-28, 9, 40),
    answered_by="weyer",
    answered=When(-22, 16),
    comments=(
        Comment(
            "eze",
            "substantive",
            (
                "Quand un consulat ferme, ce sont nos bureaux qui délivrent des attestations, sans mandat "
                "clair. Le mot « may » ne dit pas qui commence. Il faudrait désigner un responsable pour la "
                "phase d’urgence."
            ),
            "p3.6",
            "may stand in",
            language="fr",
            answer=Answer(
                "carried_over",
                (
                    "The matrix of responsibilities shows it as a gap: only “may”. No delegation has yet "
                    "proposed who should begin."
                ),
            ),
        ),
        Comment(
            "eze",
            "substantive",
            (
                "People on their way through a country live nowhere in it, and are caught all the same. "
                "“Everyone who is in the country” would include them."
            ),
            "p1.1",
            "everyone who lives in the country",
            answer=Answer("accepted", "Rev.1 says “everyone who is in the country”."),
        ),
        Comment(
            "eze",
            "editorial",
            (
                "This belongs where the list itself is regulated. As a sentence of its own, three provisions "
                "later, it will be overlooked."
            ),
            "p4.5",
            "Children who were separated from their parents are listed first",
            answer=Answer("accepted", "Its words are now in 4.2, and 4.5 is deleted."),
        ),
    ),
)

CONTRIBUTIONS = (IOM, REGIONAL_RELIEF_OFFICE)
