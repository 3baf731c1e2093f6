"""Round one: what the Conference of Seafaring Administrations wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="CSA",
    covering_statement=(
        "The Conference brings together the administrations that register ships. Its comments concern "
        "some two million people who live where they work, and whose place of work has an engine."
    ),
    drafted=When(-41, 10),
    handed_in_by="oyelaran",
    handed_in=When(-36, 14, 40),
    answered_by="weyer",
    answered=When(-26, 16),
    comments=(
        Comment(
            "oyelaran",
            "substantive",
            (
                "Masters hold drills each month by existing rules. To avoid a second calendar, we suggest "
                "that a rehearsal at sea be held as part of the drill that is due in any case. Cost: none. "
                "Time: eight minutes, measured on three ships."
            ),
            "p2.3",
            "at sea",
            answer=Answer(
                "noted",
                (
                    "Nothing in the sentence stands against it. The figures are on file for the annex of "
                    "practices."
                ),
            ),
        ),
        Comment(
            "oyelaran",
            "editorial",
            (
                "For consistency with usage in maritime texts: “vessels” includes ferries, fishing boats and "
                "barges; “ships”, in several jurisdictions, does not."
            ),
            "p4.1",
            "ships, buses and aircraft",
            answer=Answer(
                "not_accepted",
                (
                    "“Ships” is meant in the sense of everyday speech, in which a ferry is one. “Vessels” "
                    "is a word that few read without a dictionary."
                ),
            ),
        ),
        Comment(
            "castellano",
            "substantive",
            (
                "A crew that is stranded in port has not been dismissed, and is not paid either. The "
                "Conference asks whether an employment that has been suspended for more than two months is "
                "ended within the meaning of this provision."
            ),
            "p5.4",
            "employment the crisis has ended",
            answer=Answer(
                "carried_over",
                (
                    "A good question, which the drafters had not seen. Delegations of workers and "
                    "recruiters are asked for a common answer in round two."
                ),
            ),
        ),
        Comment(
            "castellano",
            "substantive",
            (
                "Fishing boats below twelve metres carry no radio. A sign that can be seen is better than "
                "one that must be heard."
            ),
            "p7.4",
            "on a boat",
            answer=Answer("noted", "“A sign” leaves this open. The remark is passed on for the model card."),
        ),
        Comment(
            "oyelaran",
            "substantive",
            (
                "At sea the master keeps the passports of the crew in order to clear the ship in port, and "
                "the crew want him to. We ask that this practice be kept in mind; we do not ask for an "
                "exception."
            ),
            "p3.2",
            "An employer or recruiter who holds a worker’s passport",
            answer=Answer(
                "noted",
                (
                    "It is kept in mind. Handing back “at the first official warning”, as Rev.1 now says, "
                    "suits a ship as well as a building site."
                ),
            ),
        ),
    ),
)
