"""Texts in many scripts for the laws of words."""

from __future__ import annotations

from hypothesis import strategies as st

SCRIPTS = (
    "abc XYZ éàüßœæÅİıŁ ﬁ ½ ² Ⅷ",
    "αβγ Σς ᾳ Ώ",
    "жщё Й ѣ",
    "المهاجرين وَثِيقَة إأآٱ ؤئء ىة ٠١٢ ـ",
    "שָׁלוֹם ״ ׳",
    "移民危機が ガｶﾞ 々ー",
    "ผู้อพยพ น้ำ ก็",
    "प्रवासी ক্ষ",
    "이주민 가각",
    "ＭＡＣ１２３ 𝐌𝟏 🙂 ㈠ ㎏",
    "-'’/.\"« »\u200c\u200d\u00ad\u200e\u0301\u064b\u3099\n\t",
)
texts = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=st.sampled_from("".join(SCRIPTS)), max_size=40),
    st.lists(st.sampled_from(" ".join(SCRIPTS).split()), max_size=8).map(" ".join),
)
