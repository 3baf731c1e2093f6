"""Round one: what the civil society organisations wrote, and what they were answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

MIGRANT_WORKERS = Contribution(
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
                    "Rev.1 says “should”, at the first official warning and without being asked. Employers and "
                    "some States did not join “shall”."
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
                    "Where an office is lost with its books, ten days cannot be kept. Rev.1 says thirty. The "
                    "shorter time can be proposed again in round two."
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
            answer=Answer("noted", "They are meant. An example can stand in the annex of practices."),
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
                    "These words govern the whole text. To repeat them in some provisions would cast doubt on "
                    "the others."
                ),
            ),
        ),
    ),
)

DIASPORA_FORUM = Contribution(
    delegation="DF",
    covering_statement=(
        "When the lines go dead, people call their relatives abroad. We are the ones who are called."
    ),
    drafted=When(-30, 18),
    handed_in_by="achterberg",
    handed_in=When(-28, 23, 15),
    answered_by="faumuina",
    answered=When(-21, 10),
    comments=(
        Comment(
            "achterberg",
            "substantive",
            (
                "We do this already, at our own cost and often at our own risk. Whoever is to carry a "
                "warning should be told it first."
            ),
            "p2.2",
            "carry warnings further",
            answer=Answer(
                "not_accepted",
                (
                    "A warning that reaches some before others is what 2.1 means to end. Costs and safety can be "
                    "taken up in the annex of practices."
                ),
            ),
        ),
        Comment(
            "achterberg",
            "substantive",
            (
                "“May” reads as a permission where a limit is meant. People who fear being reported do not "
                "come forward to be counted."
            ),
            "p3.4",
            "may be used for that purpose alone",
            answer=Answer(
                "carried_over",
                (
                    "Opinions differ on how strong this sentence is to be. Words for it are expected in round "
                    "two."
                ),
            ),
        ),
        Comment(
            "achterberg",
            "substantive",
            (
                "Not everybody wants to be found by every relative. Add “and if the person who was found "
                "consents”."
            ),
            "p4.6",
            "share what they find with the family alone",
            answer=Answer(
                "carried_over",
                (
                    "Several delegations have asked for time to consult those who trace families. The point "
                    "stays open in round two."
                ),
            ),
        ),
        Comment(
            "achterberg",
            "substantive",
            "Children who were born abroad often stand in no register. Please name them.",
            "p3.3",
            "anyone they recognise as their own",
            answer=Answer(
                "accepted", "Rev.1 adds “including children born abroad who were never registered”."
            ),
        ),
    ),
)

COASTAL_RELIEF = Contribution(
    delegation="CRN",
    covering_statement="We write from the coast, where the warning is often the only help that comes in time.",
    drafted=When(-38, 20),
    handed_in_by="etxeberria",
    handed_in=When(-35, 22, 30),
    answered_by="faumuina",
    answered=When(-21, 15),
    comments=(
        Comment(
            "etxeberria",
            "substantive",
            "A warning that leaves some people out is no warning. We propose “shall”.",
            "p2.1",
            "should warn migrants",
            answer=Answer(
                "accepted", "Rev.1 says “shall”. The change of strength is shown beside the provision."
            ),
        ),
        Comment(
            "taufa",
            "substantive",
            (
                "Something is missing after 2.1: what a warning says. Where to go, what to do, and that "
                "nobody will be asked for papers there. Without this, those who have none stay at home."
            ),
            "p2.1",
            answer=Answer("accepted", "A new provision after 2.1 says so, nearly in your words."),
        ),
        Comment(
            "taufa",
            "substantive",
            "Two days from when? On an outer island the request alone takes three.",
            "p3.3",
            "within two days",
            answer=Answer(
                "duplicate",
                (
                    "The Philippines asked the same about the same words. The answer given there holds for both."
                ),
            ),
        ),
        Comment(
            "etxeberria",
            "substantive",
            "Add “or the fare they can pay”. We have seen boats leave half empty.",
            "p4.1",
            "permit or employer",
            answer=Answer(
                "partly_accepted",
                "Not added here, because 4.3 is about fares. There Rev.1 sets a limit that can be checked.",
            ),
        ),
    ),
)

CONTRIBUTIONS = (MIGRANT_WORKERS, DIASPORA_FORUM, COASTAL_RELIEF)
