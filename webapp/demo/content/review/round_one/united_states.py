"""Round one: what the United States wrote, and what was answered. The positions are fictional."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="USA",
    covering_statement=(
        "We thank all who helped to write the zero draft. Our comments aim at words that people can "
        "act upon in the first hours."
    ),
    drafted=When(-31, 14),
    handed_in_by="thibodeaux",
    handed_in=When(-29, 21, 5),
    answered_by="weyer",
    answered=When(-25, 11),
    comments=(
        Comment(
            "thibodeaux",
            "substantive",
            (
                "A register kept about people is not trusted; one that they enter themselves is. If the "
                "sentence says that entering is the citizen’s own choice, we can join “keep” and the "
                "bracket can go."
            ),
            "p2.4",
            "a voluntary register of their citizens abroad",
            answer=Answer(
                "accepted_with_modification",
                (
                    "The bracket is closed with “keep”. The register now holds those citizens “who choose "
                    "to enter themselves in it”."
                ),
            ),
        ),
        Comment(
            "thibodeaux",
            "substantive",
            (
                "An estimate can be made; a count would be wrong on the day it is finished. Please keep "
                "this word."
            ),
            "p1.3",
            "an estimate, renewed each year",
            answer=Answer("noted", "The word stays. Nobody asked for a count."),
        ),
        Comment(
            "thibodeaux",
            "substantive",
            (
                "A crew must be able to apply this within minutes. Could the text say what need means: "
                "injury, pregnancy, age, disability, children who are alone?"
            ),
            "p4.1",
            "by need",
            answer=Answer(
                "carried_over",
                (
                    "A list of this kind belongs in the annex of practices, which is drafted once the "
                    "principles are agreed."
                ),
            ),
        ),
        Comment(
            "thibodeaux",
            "substantive",
            "It would help to say in the same breath that what binds States already is left as it is.",
            "p0.3",
            "no new obligation in law",
            answer=Answer(
                "accepted_with_modification", "Rev.1 adds “and take away none”, which says it in four words."
            ),
        ),
        Comment(
            "marchetti",
            "substantive",
            (
                "A government can waive what it levies. Most of these charges belong to banks and agents, "
                "and we cannot waive what is theirs. “Ask those who run them” would be true, and would "
                "still be heard."
            ),
            "p5.5",
            "waive all charges on them",
            answer=Answer("accepted", "Rev.1 uses these words."),
        ),
        Comment(
            "okonjo",
            "substantive",
            (
                "We support the aim, and caution against the shortest way to it. A map of dormitories is "
                "useful; a list of names in the wrong hands is not. The word “where” carries much weight "
                "here, and we would oppose replacing it by “who”."
            ),
            "p7.2",
            "should know, before it comes, where people live",
            answer=Answer("noted", "Nobody asked for “who”. The reading is recorded, and 8.3 supports it."),
        ),
        Comment(
            "thibodeaux",
            "substantive",
            (
                "Could the United States see a draft of the form before agreeing that there should be one? "
                "In our experience a form that everybody may add to does not stay short."
            ),
            "p8.2",
            "one short form",
            answer=Answer(
                "carried_over",
                (
                    "A first draft of twelve fields is being tested in two exercises. It will be put "
                    "before the delegations in round two."
                ),
            ),
        ),
        Comment(
            "okonjo",
            "substantive",
            (
                "We have learnt most from reviews in which people could speak freely. Please hold on to "
                "this thought, whatever words it is given."
            ),
            "p10.4",
            "Nobody is blamed by name",
            answer=Answer(
                "noted",
                "The thought is kept in Rev.1; the words are wider and leave courts and inspectors free.",
            ),
        ),
    ),
)
