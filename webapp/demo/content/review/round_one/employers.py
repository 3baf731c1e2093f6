"""Round one: what the Employers’ League wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="EL",
    covering_statement=(
        "Most employers do what this draft asks for, and did it in the last crisis. We comment where "
        "the words would be kept only by those who never need them."
    ),
    drafted=When(-33, 12),
    handed_in_by="orourke",
    handed_in=When(-29, 15),
    answered_by="weyer",
    answered=When(-20, 10),
    comments=(
        Comment(
            "orourke",
            "substantive",
            (
                "Payroll offices burn down too. Thirty days would be kept; ten would be broken by honest "
                "employers."
            ),
            "p4.4",
            "within ten days",
            answer=Answer("accepted", "Rev.1 says thirty days."),
        ),
        Comment(
            "raghunathan",
            "substantive",
            (
                "In some countries an employer is obliged to keep the passports. We take it that “for "
                "whatever reason” covers this. Please confirm."
            ),
            "p3.2",
            "for whatever reason",
            answer=Answer("noted", "Confirmed. That is what these words are for."),
        ),
        Comment(
            "raghunathan",
            "substantive",
            (
                "Small firms will ask how. A form of one page, published with the text, would do more than "
                "a sentence."
            ),
            "p1.5",
            "for each worker from abroad",
            answer=Answer(
                "carried_over",
                (
                    "A model form is on the list for the annex of practices. The league is asked for the "
                    "one it uses."
                ),
            ),
        ),
        Comment(
            "raghunathan",
            "editorial",
            (
                "A warning names a place and not a workplace. “A workplace in a place that the warning "
                "names” would be exact."
            ),
            "p2.5",
            "a workplace that the warning names",
            answer=Answer(
                "not_accepted",
                "Exact, but hard to say and to translate. Nobody who commented misread the shorter words.",
            ),
        ),
        Comment(
            "sandoval",
            "substantive",
            (
                "A family that employs one person reads no principles. The duty will be kept where an "
                "agency or a town hall prints the sign on a card. We ask that this be said in the annex."
            ),
            "p7.4",
            "in a private house, in a field or on a boat",
            answer=Answer(
                "carried_over",
                (
                    "It is on the list for the annex of practices, together with the league’s offer of a "
                    "model card."
                ),
            ),
        ),
        Comment(
            "orourke",
            "substantive",
            (
                "No such place exists, and a careful lawyer will say so. We would join “in more than one "
                "place”."
            ),
            "p5.2",
            "in a place that the crisis cannot reach",
            answer=Answer(
                "not_accepted",
                (
                    "The words say what the record is for. Two copies in the same flooded cellar would "
                    "satisfy the other wording."
                ),
            ),
        ),
        Comment(
            "orourke",
            "substantive",
            (
                "Without these words our members’ lawyers will advise silence, and the rest of the "
                "provision will be empty. With them we expect some forty companies to contribute."
            ),
            "p10.5",
            "it is not held against them",
            answer=Answer(
                "noted",
                (
                    "They stand. How far they reach is limited by 10.4, which leaves courts and inspectors "
                    "free."
                ),
            ),
        ),
    ),
)
