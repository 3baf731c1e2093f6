import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.base.kernel.errors import Invalid, NotFound
from webapp.features.instruments.rules.enums import ElementKind, Phase, ProvisionKind, Strength
from webapp.features.instruments.rules.snapshot import (
    Snapshot,
    SnapshotBearer,
    SnapshotElement,
    SnapshotProvision,
    canonical,
    from_json,
    select,
    text_hash,
)

from .texts import principle, provision, text_of

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
bearers = st.builds(SnapshotBearer, words, words, words, st.booleans())
provisions = st.builds(
    SnapshotProvision,
    id=words,
    number=words,
    kind=st.sampled_from(ProvisionKind),
    text=words,
    language=words,
    bearers=st.lists(bearers, max_size=2).map(tuple),
    beneficiary=words,
    action=words,
    theme=st.none() | words,
    phases=st.lists(st.sampled_from(Phase), max_size=3).map(tuple),
    strength=st.none() | st.sampled_from(Strength),
)
elements = st.builds(
    SnapshotElement,
    words,
    st.sampled_from(ElementKind),
    words,
    words,
    st.lists(provisions, max_size=2).map(tuple),
)
snapshots = st.builds(Snapshot, words, words, st.lists(elements, max_size=2).map(tuple))

TEXT = text_of(
    principle("e1", "1", provision("p1", "1.1"), provision("p2", "1.2")),
    principle("e2", "2", provision("p3", "2.1")),
)


@given(snapshots)
def test_a_snapshot_is_read_back_from_its_canonical_bytes(snapshot: Snapshot) -> None:
    again = from_json(canonical(snapshot))
    assert again == snapshot
    assert canonical(again) == canonical(snapshot)


def test_canonical_bytes_have_sorted_keys_no_blanks_and_letters_as_they_are() -> None:
    assert canonical(Snapshot("Grundsätze", "de")) == (
        '{"elements":[],"format":"concord-text/1","language":"de","title":"Grundsätze"}'.encode()
    )


def test_the_hash_can_be_computed_by_anybody() -> None:
    # printf '{"elements":[],"format":"concord-text/1","language":"en","title":"T"}' | sha256sum
    assert (
        text_hash(Snapshot("T", "en")) == "bb65f7c9eefb82a6ba2e4773f33232c4c891cb63be30e7f179758654276757aa"
    )


def test_a_changed_word_changes_the_hash_of_its_element_and_of_no_other() -> None:
    first, second = TEXT.elements
    changed = replace(
        TEXT, elements=(first, replace(second, provisions=(provision("p3", "2.1", "States shall act."),)))
    )
    assert text_hash(select(changed, element_id="e1")) == text_hash(select(TEXT, element_id="e1"))
    assert text_hash(select(changed, element_id="e2")) != text_hash(select(TEXT, element_id="e2"))


def test_a_provision_is_selected_within_its_element() -> None:
    selected = select(TEXT, provision_id="p2")
    assert [element.id for element in selected.elements] == ["e1"]
    assert [one.id for one in selected.provisions] == ["p2"]


def test_nothing_is_selected_by_an_identifier_that_the_text_lacks() -> None:
    with pytest.raises(NotFound):
        select(TEXT, element_id="e9")
    with pytest.raises(NotFound):
        select(TEXT, element_id="e1", provision_id="p3")


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"format":"other","elements":[],"language":"en","title":"T"}',
        b'{"format":"concord-text/1","elements":[{}],"language":"en","title":"T"}',
        b'{"format":"concord-text/1","elements":7,"language":"en","title":"T"}',
    ],
)
def test_a_document_that_is_no_snapshot_is_refused(document: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        from_json(document)
    assert refused.value.code == "snapshot.malformed"


def test_an_unknown_word_in_a_closed_list_is_refused() -> None:
    document = json.loads(canonical(TEXT))
    document["elements"][0]["kind"] = "chapter"
    with pytest.raises(Invalid):
        from_json(json.dumps(document))
