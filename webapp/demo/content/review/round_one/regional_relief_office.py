"""Round one: what the Regional Relief Office wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="RRO",
    covering_statement="",
    drafted=When(-30, 17),
    handed_in_by="eze",
    handed_in=When(-28, 9, 40),
    answered_by="weyer",
    answered=When(-22, 16),
    comments=(
        Comment(
            "eze",
            "substantive",
            (
                "Quand un consulat ferme, ce sont nos bureaux qui délivrent des attestations, sans mandat "
                "clair. Le mot « may » ne dit pas qui commence. Il faudrait désigner un responsable pour "
                "la phase d’urgence."
            ),
            "p3.6",
            "may stand in",
            language="fr",
            answer=Answer(
                "carried_over",
                (
                    "The matrix of responsibilities shows it as a gap: only “may”. No delegation has yet "
                    "proposed who should begin."
                ),
            ),
        ),
        Comment(
            "eze",
            "substantive",
            (
                "People on their way through a country live nowhere in it, and are caught all the same. "
                "“Everyone who is in the country” would include them."
            ),
            "p1.1",
            "everyone who lives in the country",
            answer=Answer("accepted", "Rev.1 says “everyone who is in the country”."),
        ),
        Comment(
            "eze",
            "editorial",
            (
                "This belongs where the list itself is regulated. As a sentence of its own, three "
                "provisions later, it will be overlooked."
            ),
            "p4.5",
            "Children who were separated from their parents are listed first",
            answer=Answer("accepted", "Its words are now in 4.2, and 4.5 is deleted."),
        ),
        Comment(
            "tshabalala",
            "substantive",
            (
                "These are the best words of the draft. A plan that is ready in November is of no use to "
                "people on a coast where the cyclones begin in October."
            ),
            "p10.6",
            "before the season in which the next one is likely",
            answer=Answer("noted", "They stand unchanged."),
        ),
        Comment(
            "tshabalala",
            "substantive",
            (
                "In three of our member States a court would not accept this, and our staff would have to "
                "explain it at every registration desk. Could it be said that it holds for help and for "
                "lists, and changes nothing in family law?"
            ),
            "p6.1",
            "whoever lived together and cared for each other",
            answer=Answer(
                "not_accepted",
                (
                    "The preamble says that no obligation in law is created or taken away. To repeat it "
                    "here would cast doubt on the places where it is not repeated."
                ),
            ),
        ),
        Comment(
            "eze",
            "substantive",
            (
                "Nos équipes ont rempli jusqu’à sept formulaires pour la même famille en une semaine. Un "
                "seul formulaire serait un progrès ; encore faut-il que chacun reconnaisse celui des "
                "autres."
            ),
            "p8.2",
            "for registering people",
            language="fr",
            answer=Answer(
                "carried_over",
                (
                    "That each accepts a form which another has filled in is a second agreement. It is put "
                    "to the delegations in round two, with the form itself."
                ),
            ),
        ),
    ),
)
