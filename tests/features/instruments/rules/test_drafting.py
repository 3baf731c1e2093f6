from __future__ import annotations

import pytest

from webapp.base.kernel.errors import Invalid
from webapp.features.instruments.rules.drafting import ProvisionDraft, Responsibility, Share, check_provision
from webapp.features.instruments.rules.enums import Phase, Strength


def responsibility(text: str, strength: Strength) -> ProvisionDraft:
    bears = Responsibility((Share("state"),), "migrants", "warn", None, (Phase.PREPAREDNESS,), strength)
    return ProvisionDraft(text, bears)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("States should warn migrants.", "en"),
        ("States [shall -- PHL][should -- USA] warn migrants, as they may ask.", "en"),
        ("Les États devraient avertir les migrants.", "fr"),
        ("States are to warn migrants.", "en"),
        ("على الدول أن تحذر المهاجرين.", "ar"),
    ],
)
def test_a_sentence_that_says_its_strength_or_none_is_kept(text: str, language: str) -> None:
    draft = responsibility(text, Strength.SHOULD)
    assert check_provision(draft, {"PHL", "USA"}, language) == draft


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("States shall warn migrants.", "en", "shall"),
        ("States must warn, and may help.", "en", "must, may"),
        ("Les États doivent avertir.", "fr", "doivent"),
    ],
)
def test_a_sentence_that_binds_otherwise_than_its_responsibility_is_refused(
    text: str, language: str, words: str
) -> None:
    with pytest.raises(Invalid) as refused:
        check_provision(responsibility(text, Strength.SHOULD), (), language)
    assert (refused.value.code, refused.value.field) == ("instruments.strength_differs", "strength")
    assert refused.value.facts["words"] == words


def test_words_without_a_responsibility_bind_as_they_say() -> None:
    assert check_provision(ProvisionDraft("States shall warn."), (), "en") == ProvisionDraft(
        "States shall warn."
    )
