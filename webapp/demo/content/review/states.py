"""Round one: what the States wrote, and what they were answered. The positions are fictional."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

PHILIPPINES = Contribution(
    delegation="PHL",
    covering_statement=(
        "Many of our citizens live and work abroad, on ships and in private houses. We read the "
        "draft with them in mind, and are glad of its plain words."
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
                    "The co-chairs have made it a rule of the drafting: one duty to a sentence wherever the "
                    "matter allows it."
                ),
            ),
        ),
        Comment(
            "salonga",
            "substantive",
            (
                "The same hour is no help if the words are not understood. Say in which languages. Those "
                "that are spoken at work are usually known to the employer, and at sea to the master of the "
                "ship."
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
                    "From when the two days run needs the view of the States where the crisis is. It is asked "
                    "again in round two, together with the bracket."
                ),
            ),
        ),
    ),
)

UNITED_STATES = Contribution(
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
                "sentence says that entering is the citizen’s own choice, we can join “keep” and the bracket "
                "can go."
            ),
            "p2.4",
            "a voluntary register of their citizens abroad",
            answer=Answer(
                "accepted_with_modification",
                (
                    "The bracket is closed with “keep”. The register now holds those citizens “who choose to "
                    "enter themselves in it”."
                ),
            ),
        ),
        Comment(
            "thibodeaux",
            "substantive",
            (
                "An estimate can be made; a count would be wrong on the day it is finished. Please keep this "
                "word."
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
                    "A list of this kind belongs in the annex of practices, which is drafted once the principles "
                    "are agreed."
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
    ),
)

KESTORIA = Contribution(
    delegation="KEST",
    covering_statement=(
        "Kestoria is home to four hundred thousand workers from abroad, and in a bad year has two "
        "floods. We will join what our prefects can carry out."
    ),
    drafted=When(-33, 9, 30),
    handed_in_by="dorescu",
    handed_in=When(-28, 16, 45),
    answered_by="faumuina",
    answered=When(-24, 10),
    comments=(
        Comment(
            "hrdina",
            "substantive",
            (
                "Our border police cannot promise never to use what they learn. We could join if the "
                "sentence spoke of the time after help was given."
            ),
            "p1.2",
            "used against those who were helped",
            answer=Answer(
                "accepted_with_modification",
                (
                    "“Afterwards” now marks the time that is meant. The purpose stays: nobody is to be kept from "
                    "asking for help by fear."
                ),
            ),
        ),
        Comment(
            "hrdina",
            "substantive",
            (
                "“A border” is too wide for our authorities. We could join “a border of the country of "
                "origin or of transit”."
            ),
            "p3.1",
            "a border",
            answer=Answer(
                "not_accepted",
                (
                    "A closed list would leave out people who can only leave through a third country. Nothing in "
                    "the sentence rules out checks once people are safe."
                ),
            ),
        ),
        Comment(
            "dorescu",
            "editorial",
            "An hour from when? From the moment the warning is made public, we suppose.",
            "p2.5",
            "within the hour",
            answer=Answer(
                "noted",
                (
                    "Yes. An official warning is public by its nature, and the hour runs from then. The "
                    "co-chairs saw no need for more words."
                ),
            ),
        ),
        Comment(
            "dorescu",
            "general",
            (
                "The scope should name epidemics. In the last one thousands of seasonal workers stood before "
                "closed borders, and nobody was in charge of them."
            ),
            answer=Answer(
                "outside_the_mandate",
                (
                    "The mandate covers conflict and natural disaster. The point is on the list of parked points "
                    "and can be taken up when the mandate is reviewed."
                ),
            ),
        ),
    ),
)

MARENGA = Contribution(
    delegation="MARENGA",
    covering_statement=(
        "We are a country that people leave and a country that people cross. We speak here for both."
    ),
    drafted=When(-32, 10),
    handed_in_by="haddad",
    handed_in=When(-30, 12),
    answered_by="faumuina",
    answered=When(-23, 15),
    comments=(
        Comment(
            "haddad",
            "substantive",
            (
                "نؤيد هذا الحكم، غير أن السماح بالمرور لا يكفي إذا دُوِّن في الوثيقة ما قد يُستخدم لاحقاً ضد "
                "حاملها. نقترح إضافة عبارة تستبعد كل قيد من هذا النوع."
            ),
            "p3.5",
            "let people pass",
            language="ar",
            answer=Answer(
                "partly_accepted",
                (
                    "The words are in Rev.1 in square brackets, with the delegations that propose them. Others "
                    "have asked for time to consult their border authorities."
                ),
            ),
        ),
        Comment(
            "benali",
            "substantive",
            (
                "Consulates of small States live on their fees. We accept this for an emergency, and would "
                "welcome a word on who helps to bear the cost."
            ),
            "p3.3",
            "free of charge",
            answer=Answer(
                "noted", "Who bears costs is not settled in this text. Commitments made under 3.3 can say it."
            ),
        ),
        Comment(
            "benali",
            "substantive",
            (
                "Recognition needs laws, and laws need years. “A fair look at what they learnt abroad” would "
                "be a beginning."
            ),
            "p4.7",
            "the recognition of what they learnt abroad",
            answer=Answer(
                "not_accepted",
                (
                    "The sentence says “should” and sets no date. The co-chairs prefer to keep the aim in sight."
                ),
            ),
        ),
    ),
)

CONTRIBUTIONS = (PHILIPPINES, UNITED_STATES, KESTORIA, MARENGA)
