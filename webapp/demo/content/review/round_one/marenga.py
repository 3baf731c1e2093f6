"""Round one: what Marenga wrote, and what was answered."""

from __future__ import annotations

from webapp.demo.content.shapes import Answer, Comment, Contribution, When

CONTRIBUTION = Contribution(
    delegation="MARENGA",
    covering_statement="We are a country that people leave and a country that people cross. We speak here for both.",
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
                "نؤيد هذا الحكم، غير أن السماح بالمرور لا يكفي إذا دُوِّن في الوثيقة ما قد يُستخدم لاحقاً "
                "ضد حاملها. نقترح إضافة عبارة تستبعد كل قيد من هذا النوع."
            ),
            "p3.5",
            "let people pass",
            language="ar",
            answer=Answer(
                "partly_accepted",
                (
                    "The words are in Rev.1 in square brackets, with the delegations that propose them. "
                    "Others have asked for time to consult their border authorities."
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
                "Recognition needs laws, and laws need years. “A fair look at what they learnt abroad” "
                "would be a beginning."
            ),
            "p4.7",
            "the recognition of what they learnt abroad",
            answer=Answer(
                "not_accepted",
                (
                    "The sentence says “should” and sets no date. The co-chairs prefer to keep the aim in "
                    "sight."
                ),
            ),
        ),
        Comment(
            "toure",
            "substantive",
            (
                "Six mois après, beaucoup ne veulent plus être retrouvés, ni par l’État, ni par ceux qui "
                "leur veulent du bien. Une visite annoncée et acceptée, oui ; une visite imposée, non."
            ),
            "p9.5",
            "visit those who returned",
            language="fr",
            answer=Answer(
                "accepted_with_modification",
                "Rev.1 says “should offer a visit”, which leaves the choice with those who returned.",
            ),
        ),
        Comment(
            "haddad",
            "substantive",
            (
                "إن عودة الموتى إلى أرضهم ليست مسألة نفقات فحسب، بل هي واجب تجاه الأحياء. نرى أن كلمة "
                "«may» أضعف من أن تعبّر عن ذلك، ونقترح «should»."
            ),
            "p6.5",
            "the cost of bringing the dead home",
            language="ar",
            answer=Answer(
                "not_accepted",
                (
                    "States that share the cost already asked that it stay an offer. The matrix of "
                    "responsibilities shows the gap that remains after a crisis, and it can be taken up in "
                    "round two."
                ),
            ),
        ),
        Comment(
            "benali",
            "substantive",
            (
                "Among those who return there are children who have never seen our country. Their parents "
                "ask us first about a school, and we have no provision to point to."
            ),
            "p9.2",
            "what help there is",
            answer=Answer(
                "accepted",
                "A new provision at the end of principle 9 speaks of a place in a school within a month.",
            ),
        ),
    ),
)
