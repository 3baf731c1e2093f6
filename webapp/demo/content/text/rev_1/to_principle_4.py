"""Rev.1 from the preamble to principle 4."""

from __future__ import annotations

from dataclasses import replace

from webapp.demo.content.shapes import Element, Provision, Responsibility, Share
from webapp.demo.content.text import zero_draft
from webapp.demo.content.text.rev_1.standing import STANDING, reworded

PREAMBLE = replace(
    zero_draft.PREAMBLE,
    provisions=(
        STANDING["p0.1"],
        STANDING["p0.2"],
        reworded(
            "p0.3",
            (
                "These principles are voluntary. They create no new obligation in law and take away none. "
                "They say what those who join them hold themselves to, towards migrants whatever their "
                "status, for as long as a crisis and its consequences last."
            ),
        ),
    ),
)

PRINCIPLE_1 = replace(
    zero_draft.PRINCIPLE_1,
    provisions=(
        reworded(
            "p1.1",
            (
                "Whoever plans for a crisis plans for everyone who is in the country, whatever passport they "
                "hold and whether or not they hold one."
            ),
        ),
        reworded(
            "p1.2",
            (
                "Help is given by need. Status is not asked before help is given, and what is learnt while "
                "helping is not used afterwards against those who were helped."
            ),
        ),
        STANDING["p1.3"],
        STANDING["p1.4"],
        STANDING["p1.5"],
    ),
)

PRINCIPLE_2 = replace(
    zero_draft.PRINCIPLE_2,
    provisions=(
        reworded(
            "p2.1",
            (
                "Whoever warns the public of a storm, a flood or fighting shall warn migrants at the same "
                "hour, in the languages that are spoken on building sites, in kitchens and on ships."
            ),
            strength="shall",
        ),
        Provision(
            "p2.7", "A warning says what to do, where to go, and that nobody is asked for papers there."
        ),
        STANDING["p2.2"],
        STANDING["p2.3"],
        reworded(
            "p2.4",
            (
                "States of origin should keep a register of those citizens abroad who choose to enter "
                "themselves in it, and use it to warn them in their own language."
            ),
        ),
        STANDING["p2.5"],
        STANDING["p2.6"],
    ),
)

PRINCIPLE_3 = replace(
    zero_draft.PRINCIPLE_3,
    provisions=(
        reworded(
            "p3.1",
            (
                "A migrant who has lost a passport in a flood, or was made to leave it behind, is still the "
                "person it named. No one should be turned away from shelter, transport or a border for lack "
                "of a document that the crisis itself has taken."
            ),
        ),
        reworded(
            "p3.2",
            (
                "An employer or recruiter who holds a worker’s passport, for whatever reason, should hand it "
                "back at the first official warning, and without being asked."
            ),
            strength="should",
        ),
        reworded(
            "p3.3",
            (
                "States of origin should [ensure -- PHL, USA][seek to ensure -- IOM] that their consulates "
                "can issue an emergency travel document within two days, free of charge, to anyone they "
                "recognise as their own, including children born abroad who were never registered."
            ),
        ),
        STANDING["p3.4"],
        reworded(
            "p3.5",
            (
                "Transit States should let people pass who hold an emergency travel document issued by "
                "another State[, and make no entry in it that could be held against them later -- MARENGA, "
                "MWUF]."
            ),
        ),
        STANDING["p3.6"],
    ),
)

PRINCIPLE_4 = Element(
    zero_draft.PRINCIPLE_4.key,
    zero_draft.PRINCIPLE_4.kind,
    zero_draft.PRINCIPLE_4.title,
    (
        STANDING["p4.1"],
        reworded(
            "p4.2",
            (
                "States of origin and international organisations that organise a departure shall keep a "
                "list of those who left and where they were taken, and enter first the children who were "
                "separated from their parents, so that nobody has to be searched for twice."
            ),
        ),
        reworded(
            "p4.3",
            (
                "Carriers should take migrants on board at no more than the fare of the week before, and "
                "accept an emergency travel document in place of a passport."
            ),
        ),
        reworded(
            "p4.4",
            (
                "Employers shall pay within thirty days the wages earned until the day of departure, "
                "wherever the worker has gone, and keep what the worker left behind until it can be fetched."
            ),
        ),
        STANDING["p4.6"],
        STANDING["p4.7"],
        Provision(
            "p4.8",
            (
                "States where the crisis was should keep open the permits of migrants who left, so that "
                "those who wish can come back to the work they had."
            ),
            Responsibility(
                bearers=(Share("host"),),
                beneficiary="migrants who left",
                action="keep permits open",
                theme="return",
                phases=("post_crisis",),
                strength="should",
            ),
        ),
    ),
)
