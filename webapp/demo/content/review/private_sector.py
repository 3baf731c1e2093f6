"""Round one: what the private sector wrote, and what it was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

EMPLOYERS = Contribution(
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
                "Small firms will ask how. A form of one page, published with the text, would do more than a "
                "sentence."
            ),
            "p1.5",
            "for each worker from abroad",
            answer=Answer(
                "carried_over",
                (
                    "A model form is on the list for the annex of practices. The league is asked for the one it "
                    "uses."
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
    ),
)

CARRIERS = Contribution(
    delegation="CAP",
    covering_statement=(
        "Our members carry people out on ordinary tickets more often than on chartered flights. We "
        "ask for rules that staff at a gate can apply."
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
                    "Rev.1 names a time instead of a date, which would be different in each crisis: the fare of "
                    "the week before."
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
    ),
)

INSURERS = Contribution(
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
                "A policy usually ends where possession ends. If employers keep belongings, somebody should "
                "say who insures them meanwhile."
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
                    "An offer of this kind is welcome. A member delegation can propose it as a provision in "
                    "round two."
                ),
            ),
        ),
    ),
)

CONTRIBUTIONS = (EMPLOYERS, CARRIERS, INSURERS)
