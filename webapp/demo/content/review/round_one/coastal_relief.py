"""Round one: what the Coastal Relief Network wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
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
                    "The Philippines asked the same about the same words. The answer given there holds for "
                    "both."
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
        Comment(
            "latu",
            "substantive",
            (
                "May? We may also bring water. In the last shelter there were four hundred people, one "
                "lamp and one lock. We propose “should”, and we will be there."
            ),
            "p7.5",
            "may have somebody in each shelter",
            answer=Answer(
                "accepted", "Rev.1 says “should”. The change of strength is shown beside the provision."
            ),
        ),
        Comment(
            "latu",
            "substantive",
            "Not always. We have had women ask us quietly for the other bus.",
            "p6.2",
            "together: in shelters, on lists and on the way out",
            answer=Answer("accepted", "Rev.1 adds “unless one of them asks to be apart”."),
        ),
        Comment(
            "taufa",
            "substantive",
            (
                "For us this is a matter of honour. Our own photographs from the last cyclone are on "
                "posters that we never saw before they hung at an airport."
            ),
            "p8.5",
            "when no longer in need",
            answer=Answer("accepted", "Nobody opposed these words. The bracket is closed with them."),
        ),
    ),
)
