"""Round one: what the Migrant Workers’ Union Federation wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="MWUF",
    covering_statement=(
        "We asked our members in eleven countries what they had needed most and not been given. The "
        "answers were a warning, a passport and the last month’s wages. Our comments keep to these."
    ),
    drafted=When(-37, 8, 30),
    handed_in_by="okafor",
    handed_in=When(-32, 9),
    answered_by="weyer",
    answered=When(-23, 10),
    comments=(
        Comment(
            "pham",
            "substantive",
            (
                "This is a permission to give back what was never theirs. Keeping it is an offence in many "
                "countries already. We propose “shall”."
            ),
            "p3.2",
            "may hand it back on request",
            answer=Answer(
                "partly_accepted",
                (
                    "Rev.1 says “should”, at the first official warning and without being asked. Employers "
                    "and some States did not join “shall”."
                ),
            ),
        ),
        Comment(
            "pham",
            "substantive",
            (
                "Please keep this as it stands. After the fires, packers who had left the hall were "
                "dismissed by a text message the same night."
            ),
            "p2.5",
            "shall not punish anyone",
            answer=Answer("noted", "It stands unchanged in Rev.1."),
        ),
        Comment(
            "asante",
            "substantive",
            (
                "Ten days is when the money for the journey runs out. We hear that others want longer, and "
                "could not follow them."
            ),
            "p4.4",
            "within ten days",
            answer=Answer(
                "not_accepted",
                (
                    "Where an office is lost with its books, ten days cannot be kept. Rev.1 says thirty. "
                    "The shorter time can be proposed again in round two."
                ),
            ),
        ),
        Comment(
            "asante",
            "substantive",
            (
                "Domestic workers are not named anywhere. They work alone, and nobody stands next to them "
                "who might pass a warning on."
            ),
            "p2.2",
            "people whom no loudspeaker and no telephone reaches",
            answer=Answer("noted", "They are meant here, and Rev.1 names them in 7.4."),
        ),
        Comment(
            "okafor",
            "general",
            (
                "Status is spoken of in the preamble and in 1.2, and then no more. People without a permit "
                "must know on every page that they are meant."
            ),
            "p0.3",
            "whatever their status",
            answer=Answer(
                "noted",
                (
                    "These words govern the whole text. To repeat them in some provisions would cast doubt "
                    "on the others."
                ),
            ),
        ),
        Comment(
            "asante",
            "substantive",
            (
                "A worker pays the fee once and for a reason. If the reason is gone, so is the claim to "
                "the money. We keep “in full”, and we keep “shall”: the other principles show what becomes "
                "of a “should” once the newspapers have left."
            ),
            "p5.4",
            "in full",
            answer=Answer(
                "partly_accepted",
                (
                    "“In full” is taken and the bracket is closed. For this the recruiters and three "
                    "States asked for “should”, and the co-chairs saw no other way to close it."
                ),
            ),
        ),
        Comment(
            "lund",
            "substantive",
            (
                "We understand the wish for calm. But a foreman who locked the door has a name, and the "
                "inspector must be able to write it down. Learning and answering for what one did are two "
                "things. Please let the sentence say so."
            ),
            "p10.4",
            "Nobody is blamed by name",
            answer=Answer(
                "accepted_with_modification",
                (
                    "Rev.1 looks for causes, blames nobody by name, and takes nothing away from what a "
                    "court or an inspector may ask."
                ),
            ),
        ),
        Comment(
            "pham",
            "substantive",
            (
                "Paper gets wet and is taken away. Our members photograph every page on the first day. A "
                "copy on the telephone should count as a copy."
            ),
            "p5.2",
            "a copy of their own",
            answer=Answer("accepted", "Rev.1 adds “on paper or on a telephone”."),
        ),
    ),
)
