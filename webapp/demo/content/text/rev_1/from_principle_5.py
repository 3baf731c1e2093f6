"""Rev.1 from principle 5 to the end."""

from __future__ import annotations

from webapp.demo.content.shapes import Provision, Responsibility, Share
from webapp.demo.content.text import zero_draft
from webapp.demo.content.text.rev_1.standing import STANDING, reworded, with_provisions

PRINCIPLE_5 = with_provisions(
    zero_draft.PRINCIPLE_5,
    STANDING["p5.1"],
    reworded(
        "p5.2",
        (
            "Employers should keep contracts, hours and wages on record in a place that the crisis cannot "
            "reach, and give each worker a copy of their own, on paper or on a telephone."
        ),
    ),
    reworded(
        "p5.3",
        (
            "States where the crisis was should let a worker who has left claim wages from abroad, in "
            "writing, through a trade union or through a consulate, and without travelling back."
        ),
    ),
    reworded(
        "p5.4",
        (
            "Recruiters should repay in full the fee of a worker whose employment the crisis has ended "
            "within its first year."
        ),
        strength="should",
    ),
    reworded(
        "p5.5",
        (
            "States where the crisis is, and States of origin with them, should keep open the ways by which "
            "migrants send money home, and ask those who run them to waive their charges while the emergency "
            "lasts."
        ),
    ),
)

PRINCIPLE_6 = with_provisions(
    zero_draft.PRINCIPLE_6,
    STANDING["p6.1"],
    reworded(
        "p6.2",
        (
            "States where the crisis is should keep those together who arrive together, in shelters, on "
            "lists and on the way out, unless one of them asks to be apart."
        ),
    ),
    STANDING["p6.3"],
    reworded(
        "p6.4",
        (
            "The dead are identified wherever this can be done, and laid to rest as their faith or their "
            "family would wish. Their families are told by a person and not by a list."
        ),
    ),
    Provision(
        "p6.6",
        (
            "No name of a dead person is made public before the family has been told, or has been looked for "
            "in vain."
        ),
    ),
    STANDING["p6.5"],
)

PRINCIPLE_7 = with_provisions(
    zero_draft.PRINCIPLE_7,
    reworded(
        "p7.1",
        (
            "A crisis does not strike everyone alike. Whoever is injured, pregnant, ill, old, very young or "
            "alone is asked first what they need."
        ),
    ),
    reworded(
        "p7.2",
        (
            "States where the crisis is should know, before it comes, where people live who cannot leave by "
            "themselves, in dormitories, camps, hospitals and places of detention, and plan how they are "
            "brought out."
        ),
    ),
    reworded(
        "p7.3",
        (
            "States where the crisis is shall take to safety, before the danger arrives, those who are held "
            "in places of detention that lie in its path."
        ),
    ),
    reworded(
        "p7.4",
        (
            "Employers of domestic workers, and of others who work alone in a field or on a boat, should "
            "agree with each of them on a sign by which they can call for help."
        ),
    ),
    reworded(
        "p7.5",
        (
            "Civil society organisations, and international organisations with them, should have somebody "
            "in each shelter to whom a woman can speak alone, in a language that is hers."
        ),
        strength="should",
    ),
    STANDING["p7.6"],
)

PRINCIPLE_8 = with_provisions(
    zero_draft.PRINCIPLE_8,
    STANDING["p8.1"],
    STANDING["p8.2"],
    STANDING["p8.3"],
    reworded(
        "p8.4",
        (
            "International organisations, and civil society organisations with them, shall delete what they "
            "collected within a year after the emergency, unless the person concerned, or a family that is "
            "still searching, asks them to keep it."
        ),
    ),
    reworded(
        "p8.5",
        (
            "Nobody’s voice, face or name is used to raise money, unless that person was asked when no "
            "longer in need."
        ),
    ),
    STANDING["p8.7"],
)

PRINCIPLE_9 = with_provisions(
    zero_draft.PRINCIPLE_9,
    STANDING["p9.1"],
    reworded(
        "p9.2",
        (
            "States of origin should tell those who return, on arrival and again within a month, what help "
            "there is, who gives it and for how long."
        ),
    ),
    STANDING["p9.3"],
    STANDING["p9.4"],
    reworded(
        "p9.5",
        (
            "Civil society organisations, and diaspora organisations with them, should offer a visit to "
            "those who returned six months later, and tell the State of origin, without names, what is "
            "missing."
        ),
    ),
    Provision(
        "p9.6",
        (
            "States of origin should give children who return a place in a school within a month, whatever "
            "papers of the old school are missing."
        ),
        Responsibility(
            bearers=(Share("origin"),),
            beneficiary="children who return",
            action="give children a place in a school",
            theme="return",
            phases=("post_crisis",),
            strength="should",
        ),
    ),
)

PRINCIPLE_10 = with_provisions(
    zero_draft.PRINCIPLE_10,
    STANDING["p10.1"],
    reworded(
        "p10.2",
        (
            "International organisations should, within a year after the emergency, bring together all who "
            "took part, and write down what was late, what was missing and what helped."
        ),
    ),
    reworded(
        "p10.3",
        (
            "States where the crisis was should publish how many migrants were warned, sheltered, carried "
            "out, hurt and killed[, and of which nationality they were -- NEM, PHL], as far as this is known."
        ),
    ),
    reworded(
        "p10.4",
        (
            "What is written looks for causes and blames nobody by name. It takes nothing away from what a "
            "court or an inspector may ask."
        ),
    ),
    STANDING["p10.5"],
    STANDING["p10.6"],
)
