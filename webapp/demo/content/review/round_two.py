"""Round two: four contributions handed in, and one that waits for its head of delegation."""

from __future__ import annotations

from webapp.demo.content.shapes import Comment, Contribution, When

KESTORIA = Contribution(
    delegation="KEST",
    covering_statement="Rev.1 is closer to what our prefects can carry out. Three points remain.",
    drafted=When(-7, 10),
    handed_in_by="dorescu",
    handed_in=When(-5, 14, 35),
    comments=(
        Comment(
            "hrdina",
            "substantive",
            (
                "We can receive such documents if their form is known to us. A specimen of each, lodged with "
                "the secretariat before a crisis, would be enough."
            ),
            "p3.5",
            "an emergency travel document issued by another State",
        ),
        Comment(
            "hrdina",
            "substantive",
            (
                "For how long? We could join twelve months from the day that the authorities declare the "
                "crisis to be over."
            ),
            "p4.8",
            "keep open the permits of migrants who left",
        ),
        Comment(
            "dorescu",
            "editorial",
            (
                "“Everyone who is in the country” is clear in English. Our translators ask whether people at "
                "a border post are in the country. We think they are."
            ),
            "p1.1",
            "everyone who is in the country",
        ),
    ),
)

COASTAL_RELIEF = Contribution(
    delegation="CRN",
    covering_statement="Thank you for 2.2. It will be read aloud on our radio stations.",
    drafted=When(-9, 19),
    handed_in_by="taufa",
    handed_in=When(-6, 8, 15),
    comments=(
        Comment(
            "taufa",
            "substantive",
            (
                "It is not enough to say it; it must be true. Shelters should be told at the same hour that "
                "they ask for no papers."
            ),
            "p2.7",
            "nobody is asked for papers there",
        ),
        Comment(
            "etxeberria",
            "substantive",
            (
                "Who decides when the purpose has ended? We propose a date: when the person is safe, and a "
                "year later at the latest."
            ),
            "p3.4",
            "kept no longer than the purpose lasts",
        ),
        Comment(
            "etxeberria",
            "substantive",
            "We support this and ask for one more column in the list: who is with the child now.",
            "p4.2",
            "enter first the children who were separated from their parents",
        ),
        Comment(
            "taufa",
            "general",
            (
                "People with a disability appear in no provision. In a departure by boat they are the first "
                "to be left behind."
            ),
        ),
    ),
)

REGIONAL_RELIEF_OFFICE = Contribution(
    delegation="RRO",
    covering_statement="",
    drafted=When(-5, 16),
    handed_in_by="eze",
    handed_in=When(-4, 11, 30),
    comments=(
        Comment(
            "eze",
            "substantive",
            (
                "We are ready to be named as the one who begins, for the first seven days and with “should”, "
                "if States of origin lead from the eighth."
            ),
            "p3.6",
            "international organisations may stand in",
        ),
        Comment(
            "eze",
            "general",
            (
                "Principle 8 provides for the time before and the time after. While the emergency lasts, "
                "nobody is responsible for what consulates know about people: who may pass it on, to whom, "
                "and who deletes it. The matrix shows the gap. A provision of its own is needed."
            ),
        ),
    ),
)

CARRIERS = Contribution(
    delegation="CAP",
    covering_statement="We keep our support for principle 2, and explain our difficulty with 4.3.",
    drafted=When(-4, 17),
    handed_in_by="hadjigeorgiou",
    handed_in=When(-2, 13, 10),
    comments=(
        Comment(
            "hadjigeorgiou",
            "substantive",
            (
                "On one flight there are sixty fares. “A fare published before the warning” could be printed "
                "on a card and applied at a gate."
            ),
            "p4.3",
            "the fare of the week before",
        ),
        Comment(
            "vasconcelos",
            "substantive",
            (
                "A ticket is often bought by somebody else. “In a language that the passenger has chosen” "
                "would be safer."
            ),
            "p2.6",
            "the language in which the ticket was bought",
        ),
        Comment(
            "vasconcelos",
            "editorial",
            (
                "“Ships, buses and aircraft” leaves out trains, which carried most people in the last "
                "evacuation that our members took part in."
            ),
            "p4.1",
            "ships, buses and aircraft",
        ),
    ),
)

MIGRANT_WORKERS = Contribution(
    delegation="MWUF",
    covering_statement=(
        "Rev.1 takes up much of what our members asked for. Where it went back, we say so, and give reasons."
    ),
    drafted=When(-3, 9, 45),
    comments=(
        Comment(
            "pham",
            "substantive",
            (
                "A great step from the zero draft. To the worker in person, please: passports have been "
                "handed to brokers, who asked for money."
            ),
            "p3.2",
            "should hand it back",
        ),
        Comment(
            "asante",
            "substantive",
            (
                "In two of our countries no warning was ever called official. “The first public warning” "
                "would reach those cases."
            ),
            "p3.2",
            "the first official warning",
        ),
        Comment(
            "pham",
            "substantive",
            "A sentence is missing after 3.2: keeping a passport from its owner is never part of a contract.",
            "p3.2",
        ),
        Comment(
            "asante",
            "substantive",
            (
                "Thirty days is a month without food for a family at home. Ten days for what is not "
                "disputed, thirty for the rest, would be fair to both sides."
            ),
            "p4.4",
            "within thirty days",
        ),
        Comment(
            "asante",
            "substantive",
            (
                "And their claims: a worker who returns to the same permit must not have to sign away the "
                "wages of the year before."
            ),
            "p4.8",
            "come back to the work they had",
        ),
        Comment(
            "pham",
            "editorial",
            "“For lack of” reads well in Vietnamese. Thank you.",
            "p3.1",
            "for lack of a document",
        ),
        Comment(
            "pham",
            "general",
            (
                "Could Rev.2 carry a page that says in one sentence for each kind of actor what it takes "
                "upon itself? Our members will read that page first."
            ),
        ),
    ),
)

CONTRIBUTIONS = (KESTORIA, COASTAL_RELIEF, REGIONAL_RELIEF_OFFICE, CARRIERS, MIGRANT_WORKERS)
