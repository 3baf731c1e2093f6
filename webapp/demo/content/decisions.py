"""The demo's decisions: one closed and agreed, one call and one silence procedure still running."""

from __future__ import annotations

from webapp.demo.content.shapes import Acknowledgement, Decision, Position, When

PRINCIPLE_1 = Decision(
    key="principle_1",
    kind="call",
    question="Shall principle 1, everyone counts, be agreed?",
    revision="rev_1",
    element="e1",
    rule="agreement_in_every_constituency",
    proposed_by="reyes",
    proposed=When(-14, 15),
    confirmed_by="whitfield",
    opened=When(-13, 9),
    closes=When(-6, 18),
    positions=(
        Position("IOM", "dlamini", "agree", When(-13, 11, 20)),
        Position("DF", "achterberg", "agree", When(-12, 20)),
        Position("CAP", "hadjigeorgiou", "no_objection", When(-12, 9, 30)),
        Position("PHL", "salonga", "agree", When(-11, 8, 15)),
        Position("MARENGA", "haddad", "agree", When(-10, 12)),
        Position("EL", "orourke", "agree", When(-10, 16, 40)),
        Position("MWUF", "lund", "agree", When(-9, 10, 5)),
        Position("RRO", "eze", "agree", When(-8, 15)),
        Position(
            "CRN",
            "etxeberria",
            "agree_with_reservation",
            When(-8, 21, 10),
            (
                "In 1.3 we read “how many live where” as numbers for each district and not as lists of "
                "names. We will not help with a list that could be used to find people."
            ),
        ),
        Position("NEM", "gurung", "agree", When(-13, 9, 40)),
        Position("HWA", "wairimu", "agree", When(-12, 21, 15)),
        Position("OCRO", "dragomir", "agree", When(-11, 10, 30)),
        Position("IBMR", "haugen", "agree", When(-11, 14)),
        Position("TAL", "rahmani", "agree", When(-10, 6, 45)),
        Position("DATH", "lindgren", "agree", When(-9, 5, 50)),
        Position("CSA", "oyelaran", "agree", When(-9, 16, 20)),
        Position("RECA", "pereira", "agree", When(-8, 9)),
        Position(
            "AJME",
            "diarra",
            "agree_with_reservation",
            When(-8, 22, 30),
            (
                "“Everyone who is in the country” holds for us at night as well, in the greenhouse and in "
                "the back of the van."
            ),
        ),
        Position(
            "SARN",
            "zellweger",
            "no_objection",
            When(-7, 11),
            (
                "The Confederation does not stand in the way of a principle whose spirit it shares, and "
                "reserves the competence of its free towns in matters of civil protection."
            ),
        ),
        Position("CAP", "hadjigeorgiou", "agree", When(-7, 13)),
        Position("USA", "thibodeaux", "agree", When(-7, 17, 25)),
        Position(
            "KEST",
            "dorescu",
            "abstain",
            When(-6, 16, 50),
            "Our parliament has not yet seen 1.4. We do not stand in the way.",
        ),
    ),
    announced_by="reyes",
    announced=When(-5, 10),
)

PRINCIPLE_4 = Decision(
    key="principle_4",
    kind="call",
    question="Shall principle 4, a way out and a way home, be agreed?",
    revision="rev_1",
    element="e4",
    rule="agreement_in_every_constituency",
    proposed_by="whitfield",
    proposed=When(-5, 15),
    confirmed_by="reyes",
    opened=When(-4, 10),
    closes=When(4, 18),
    positions=(
        Position("PHL", "salonga", "agree", When(-4, 13, 30)),
        Position("IOM", "aalto", "agree", When(-3, 9, 20)),
        Position(
            "MARENGA",
            "benali",
            "agree_with_reservation",
            When(-3, 12, 45),
            (
                "We join 4.6 and read “recognition” as a fair look at what was learnt, for as long as our "
                "law on diplomas stands as it is."
            ),
        ),
        Position("EL", "orourke", "no_objection", When(-2, 10)),
        Position(
            "CAP",
            "hadjigeorgiou",
            "object",
            When(-2, 14),
            (
                "It concerns 4.3. Nobody at a gate knows the fare of the week before, and on one flight "
                "there are sixty of them. “A fare published before the warning” would let us join."
            ),
        ),
        Position("NEM", "rai", "agree", When(-3, 7, 20)),
        Position("IBMR", "haugen", "agree", When(-3, 15)),
        Position(
            "TAL",
            "rahmani",
            "agree_with_reservation",
            When(-2, 6, 30),
            "We join, and read “need” in 4.1 as leaving the last word to whoever is in command of a vessel.",
        ),
        Position("HWA", "magsaysay", "agree", When(-2, 20, 10)),
        Position(
            "OCRO",
            "dragomir",
            "no_objection",
            When(-1, 8, 15),
            "Our passengers will ask where the trains are. We trust the answer is coming.",
        ),
        Position("CRN", "taufa", "agree", When(-1, 8, 30)),
        Position(
            "DF",
            "achterberg",
            "abstain",
            When(-1, 17, 15),
            "We wait for an answer on the consent of those who are found (4.5).",
        ),
    ),
)

PRINCIPLE_2 = Decision(
    key="principle_2",
    kind="silence",
    question="Shall principle 2, warning in time, be agreed?",
    revision="rev_1",
    element="e2",
    rule="silence",
    proposed_by="reyes",
    proposed=When(-5, 16),
    confirmed_by="whitfield",
    opened=When(-4, 9),
    closes=When(3, 18),
    acknowledgements=(
        Acknowledgement("eze", When(-4, 9, 25)),
        Acknowledgement("dorescu", When(-4, 10, 12)),
        Acknowledgement("lund", When(-4, 9, 30)),
        Acknowledgement("gurung", When(-4, 10, 40)),
        Acknowledgement("haugen", When(-4, 11, 5)),
        Acknowledgement("pereira", When(-3, 9, 50)),
        Acknowledgement("hadjigeorgiou", When(-3, 14, 22)),
        Acknowledgement("aalto", When(-2, 11, 5)),
    ),
)

DECISIONS = (PRINCIPLE_1, PRINCIPLE_4, PRINCIPLE_2)
