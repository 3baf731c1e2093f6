"""Round one: what the young people of Marenga abroad wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="AJME",
    covering_statement=(
        "We are the children of those who crossed. We harvest what you eat. We speak here in our own "
        "name, some of us in French."
    ),
    drafted=When(-35, 19),
    handed_in_by="diarra",
    handed_in=When(-30, 22, 10),
    answered_by="faumuina",
    answered=When(-24, 15),
    comments=(
        Comment(
            "diarra",
            "substantive",
            (
                "Notre camarade est mort dans la serre et a été enterré sous un numéro, le visage vers le "
                "nord. Il faut écrire que les morts sont enterrés selon leur foi, ou comme leur famille le "
                "demande."
            ),
            "p6.4",
            "told by a person and not by a list",
            language="fr",
            answer=Answer(
                "accepted_with_modification",
                (
                    "Rev.1 says “laid to rest as their faith or their family would wish”, so that families "
                    "of every tradition are meant."
                ),
            ),
        ),
        Comment(
            "belhadj",
            "substantive",
            (
                "People will not open the door to us a second time if we hand over the address of those "
                "who stayed hidden. We can say how many we did not reach, and in which valley. We will not "
                "say who."
            ),
            "p2.2",
            "tell the authorities whom they could not find",
            answer=Answer(
                "not_accepted",
                (
                    "“Whom” does not ask for names, and an organisation is free to answer with a number. "
                    "8.3 forbids that such a report be used for control."
                ),
            ),
        ),
        Comment(
            "belhadj",
            "substantive",
            "Beautiful. Now read it to somebody whose permit ran out while the camp was under water.",
            "p9.1",
            "To return is a choice",
            answer=Answer(
                "noted",
                "The point is taken up in a new provision of Rev.1 on permits that are kept open, 4.7.",
            ),
        ),
        Comment(
            "diarra",
            "editorial",
            (
                "In the fields people live in greenhouses, containers and cars. “Dormitories” is a word of "
                "inspectors."
            ),
            "p7.2",
            "dormitories, camps",
            answer=Answer(
                "not_accepted",
                (
                    "A longer list would still be incomplete. “Where people live who cannot leave by "
                    "themselves” carries the meaning, and the places are examples."
                ),
            ),
        ),
    ),
)
