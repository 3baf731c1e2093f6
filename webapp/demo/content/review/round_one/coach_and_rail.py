"""Round one: what the Overland Coach and Rail Operators wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="OCRO",
    covering_statement=(
        "Two thirds of those who left in the last war left by coach or by train, with one bag and no "
        "ticket. Our members would like to be in the text by name."
    ),
    drafted=When(-34, 13),
    handed_in_by="dragomir",
    handed_in=When(-29, 12),
    answered_by="faumuina",
    answered=When(-20, 14),
    comments=(
        Comment(
            "lefebvre",
            "substantive",
            "A train takes a thousand people where an aircraft takes two hundred. We ask to be named.",
            "p4.1",
            "ships, buses and aircraft",
            answer=Answer(
                "carried_over",
                (
                    "Nobody doubts that trains are meant. Whether the list is made longer, or goes, is "
                    "asked in round two."
                ),
            ),
        ),
        Comment(
            "dragomir",
            "substantive",
            (
                "On a coach the driver looks at papers because the next State fines us for each passenger "
                "without them. The provision is addressed to us, and the fine to be waived is somebody "
                "else’s. Please write to that somebody too."
            ),
            "p4.3",
            "accept an emergency travel document in place of a passport",
            answer=Answer(
                "partly_accepted",
                (
                    "3.5 asks transit States to recognise these documents. Fines on carriers are not named "
                    "there yet; Sarn and Marenga are asked for their view."
                ),
            ),
        ),
        Comment(
            "dragomir",
            "substantive",
            (
                "Our drivers take no copies, and we should like to keep it so. A provision on deleting "
                "them suggests that they ought to."
            ),
            "p8.6",
            "copies they took of the papers",
            answer=Answer(
                "duplicate",
                "The Carriers’ Assistance Pool objected to the same provision. It is deleted in Rev.1.",
            ),
        ),
        Comment(
            "lefebvre",
            "substantive",
            (
                "Group tickets are bought by the employer, in the employer’s language. For coaches we "
                "could use pictures: we have nine, tested at two borders."
            ),
            "p2.6",
            "the language in which the ticket was bought",
            answer=Answer(
                "noted",
                (
                    "The nine pictures are welcome for the annex. The language of the ticket stays as the "
                    "rule that needs no further question."
                ),
            ),
        ),
        Comment(
            "lefebvre",
            "general",
            (
                "Merci d’avoir écrit un texte qu’un chauffeur peut lire à une station-service. Gardez-le à "
                "cette longueur."
            ),
            language="fr",
            answer=Answer(
                "noted", "The co-chairs mean to keep it so: no principle is to be longer than two pages."
            ),
        ),
    ),
)
