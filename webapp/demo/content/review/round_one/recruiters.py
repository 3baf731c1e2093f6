"""Round one: what the Recruiters’ Code Association wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="RECA",
    covering_statement=(
        "The Association’s members have placed workers under a code since before it was asked of them. "
        "We would rather be held to a sentence we can keep than praised for one we cannot."
    ),
    drafted=When(-36, 14),
    handed_in_by="pereira",
    handed_in=When(-30, 15, 20),
    answered_by="weyer",
    answered=When(-25, 16),
    comments=(
        Comment(
            "pereira",
            "substantive",
            (
                "We put these words into the text and are ready to take them out. Our board can agree to "
                "“in full” if the provision says “should”, because in six jurisdictions a binding word "
                "would make our members liable for fees that others took."
            ),
            "p5.4",
            "in proportion",
            answer=Answer(
                "accepted_with_modification",
                (
                    "The bracket is closed on these terms: “should repay in full”. The change of strength "
                    "is shown beside the provision."
                ),
            ),
        ),
        Comment(
            "hoang",
            "substantive",
            (
                "Counted from the signature, the flight or the first day of work? These can lie four "
                "months apart. We propose the first day of work, which is also the date on the payslip."
            ),
            "p5.4",
            "within its first year",
            answer=Answer(
                "carried_over", "The date is left to round two, with the question of crews that are stranded."
            ),
        ),
        Comment(
            "hoang",
            "substantive",
            (
                "Supported. Our code has forbidden it since its second edition. It might help to say that "
                "the cost of a new visa is no fee."
            ),
            "p9.4",
            "a second fee",
            answer=Answer(
                "not_accepted",
                (
                    "Under whatever name it is charged, it is what the provision means to end. Costs that "
                    "a State levies from the worker are not the recruiter’s charge."
                ),
            ),
        ),
        Comment(
            "pereira",
            "editorial",
            (
                "May we suggest “and recruiters until the worker has arrived”? Afterwards we often hold a "
                "number that was true in another country."
            ),
            "p1.5",
            "Employers, and recruiters with them,",
            answer=Answer(
                "not_accepted",
                (
                    "A number that no longer works is a reason to ask for a new one. The employer leads; "
                    "the recruiter helps."
                ),
            ),
        ),
    ),
)
