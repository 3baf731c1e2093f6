"""Round one: what the Philippines wrote, and what was answered. The positions are fictional."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="PHL",
    covering_statement=(
        "Many of our citizens live and work abroad, on ships and in private houses. We read the draft "
        "with them in mind, and are glad of its plain words."
    ),
    drafted=When(-36, 11),
    handed_in_by="salonga",
    handed_in=When(-34, 10, 20),
    answered_by="weyer",
    answered=When(-26, 10),
    comments=(
        Comment(
            "salonga",
            "general",
            (
                "We welcome a text that a seafarer can read. Please keep one thought to a sentence. Long "
                "sentences lose their meaning in translation and their force in an emergency."
            ),
            answer=Answer(
                "noted",
                (
                    "The co-chairs have made it a rule of the drafting: one duty to a sentence wherever "
                    "the matter allows it."
                ),
            ),
        ),
        Comment(
            "salonga",
            "substantive",
            (
                "The same hour is no help if the words are not understood. Say in which languages. Those "
                "that are spoken at work are usually known to the employer, and at sea to the master of "
                "the ship."
            ),
            "p2.1",
            "warn migrants at the same hour",
            answer=Answer(
                "accepted",
                "Rev.1 adds the languages that are spoken on building sites, in kitchens and on ships.",
            ),
        ),
        Comment(
            "salonga",
            "substantive",
            (
                "We can do this where there is a line to the capital. Where there is none, the two days "
                "should run from the moment the request reaches us."
            ),
            "p3.3",
            "within two days",
            answer=Answer(
                "carried_over",
                (
                    "From when the two days run needs the view of the States where the crisis is. It is "
                    "asked again in round two, together with the bracket."
                ),
            ),
        ),
        Comment(
            "villanueva",
            "substantive",
            (
                "A domestic helper who lands at midnight with a plastic bag does not need a leaflet in "
                "four weeks. She needs somebody at the gate. Say “on arrival”; the month can stay for what "
                "comes later."
            ),
            "p9.2",
            "within a month",
            answer=Answer("accepted", "Rev.1 says “on arrival and again within a month”."),
        ),
        Comment(
            "villanueva",
            "substantive",
            (
                "We ask that this sentence be kept through every draft. Our welfare officers have knocked "
                "at those doors, and know what a list in a newspaper does to a mother."
            ),
            "p6.4",
            "told by a person",
            answer=Answer(
                "noted", "It stands. Several delegations wrote in the same sense, and nobody against it."
            ),
        ),
        Comment(
            "salonga",
            "substantive",
            (
                "A total hides what a State of origin must know. We propose that the numbers be given for "
                "each nationality, as they are for the dead of a ship."
            ),
            "p10.3",
            "how many migrants",
            answer=Answer(
                "partly_accepted",
                (
                    "The words stand in Rev.1 in square brackets with their proponents. Some delegations "
                    "fear that small groups could be recognised in such figures."
                ),
            ),
        ),
        Comment(
            "salonga",
            "editorial",
            (
                "In our languages this is one word. We suggest “remittance channels” in a footnote for the "
                "translators, and the plain words in the text."
            ),
            "p5.5",
            "the ways by which migrants send money home",
            answer=Answer(
                "accepted_with_modification",
                (
                    "The plain words stay. The term is in the translators’ glossary, since this text "
                    "carries no footnotes."
                ),
            ),
        ),
    ),
)
