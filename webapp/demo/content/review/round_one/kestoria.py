"""Round one: what Kestoria wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
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
                    "“Afterwards” now marks the time that is meant. The purpose stays: nobody is to be "
                    "kept from asking for help by fear."
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
                    "A closed list would leave out people who can only leave through a third country. "
                    "Nothing in the sentence rules out checks once people are safe."
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
                "The scope should name epidemics. In the last one thousands of seasonal workers stood "
                "before closed borders, and nobody was in charge of them."
            ),
            answer=Answer(
                "outside_the_mandate",
                (
                    "The mandate covers conflict and natural disaster. The point is on the list of parked "
                    "points and can be taken up when the mandate is reviewed."
                ),
            ),
        ),
        Comment(
            "vasile",
            "substantive",
            (
                "Our law does not let a prefect open anything. It lets him move everybody out of it. We "
                "can carry out the second within six hours, and we have done so."
            ),
            "p7.3",
            "shall open places of detention",
            answer=Answer(
                "accepted",
                (
                    "Rev.1 speaks of taking people to safety before the danger arrives, and no longer of "
                    "opening doors."
                ),
            ),
        ),
        Comment(
            "vasile",
            "substantive",
            (
                "Who says that a place lies there? With us, the hydrological service, by noon of the day "
                "before. We would not want to argue about it in the rain."
            ),
            "p7.3",
            "lie in the path of danger",
            answer=Answer(
                "carried_over",
                "Whether a flood map settles it, or the official warning, is asked again in round two.",
            ),
        ),
        Comment(
            "hrdina",
            "editorial",
            (
                "Of what? The water comes in April; the emergency ends in June; the last claim is settled "
                "the spring after."
            ),
            "p10.2",
            "within a year",
            answer=Answer("accepted", "Rev.1 says “within a year after the emergency”."),
        ),
        Comment(
            "dorescu",
            "substantive",
            (
                "Agreed, on condition that our labour courts may hear the worker by telephone. We are "
                "changing the law on this and expect it to be in force by the autumn."
            ),
            "p5.3",
            "without travelling back",
            answer=Answer(
                "noted",
                (
                    "The sentence does not say how a claim is heard. The co-chairs thank Kestoria for the "
                    "example, which is on the list for the annex of practices."
                ),
            ),
        ),
    ),
)
