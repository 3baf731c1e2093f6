from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from webapp.features.instruments.rules.diff import Change, ChangeKind
from webapp.features.instruments.rules.enums import Phase, ProvisionKind, Strength
from webapp.features.instruments.rules.notation import parse, plain
from webapp.features.instruments.rules.revision_diff import (
    Act,
    FieldChange,
    ProvisionField,
    compare_elements,
    compare_revisions,
    compare_titles,
    merged_order,
)
from webapp.features.instruments.rules.snapshot import Snapshot, SnapshotBearer

from .texts import principle, provision, text_of

a, b = provision("a", "1.1"), provision("b", "1.2")


def numbered(*keys: str) -> Snapshot:
    return text_of(
        principle("e", "1", *(provision(key, f"1.{place}") for place, key in enumerate(keys, start=1)))
    )


def acts(before: Snapshot, after: Snapshot) -> dict[str, tuple[Act, ...]]:
    return {change.id: change.acts for change in compare_revisions(before, after)}


def test_an_inserted_provision_renumbers_what_follows_and_moves_nothing() -> None:
    assert acts(numbered("a", "b"), numbered("a", "new", "b")) == {
        "new": (Act.INSERTED,),
        "b": (Act.RENUMBERED,),
    }


def test_deleted_provisions_stand_where_they_stood() -> None:
    before, after = numbered("w", "a", "x", "y", "b"), numbered("a", "n", "b")
    assert merged_order(before, after) == ("w", "a", "x", "y", "n", "b")
    changes = compare_revisions(before, after)
    assert [(change.id, change.acts[0]) for change in changes] == [
        ("w", Act.DELETED),
        ("a", Act.RENUMBERED),
        ("x", Act.DELETED),
        ("y", Act.DELETED),
        ("n", Act.INSERTED),
        ("b", Act.RENUMBERED),
    ]
    assert changes[0].words == (Change(ChangeKind.DELETE, "States should act."),)


def test_one_provision_that_changed_places_moved_and_the_others_did_not() -> None:
    assert acts(numbered("a", "b", "c", "d"), numbered("d", "a", "b", "c")) == {
        "d": (Act.MOVED, Act.RENUMBERED),
        "a": (Act.RENUMBERED,),
        "b": (Act.RENUMBERED,),
        "c": (Act.RENUMBERED,),
    }


def test_a_provision_in_another_principle_moved_even_where_the_order_is_the_same() -> None:
    before = text_of(principle("e1", "1", a, b), principle("e2", "2"))
    after = text_of(principle("e1", "1", a), principle("e2", "2", replace(b, number="2.1")))
    assert acts(before, after) == {"b": (Act.MOVED, Act.RENUMBERED)}


def test_changed_words_come_as_a_redline() -> None:
    after = text_of(principle("e", "1", replace(a, text="States shall act.")))
    (change,) = compare_revisions(text_of(principle("e", "1", a)), after)
    assert change.acts == (Act.WORDS,)
    assert change.words == (
        Change(ChangeKind.EQUAL, "States "),
        Change(ChangeKind.DELETE, "should"),
        Change(ChangeKind.INSERT, "shall"),
        Change(ChangeKind.EQUAL, " act."),
    )


def test_each_changed_field_of_a_responsibility_comes_with_old_and_new() -> None:
    employers = SnapshotBearer("1", "employers", "private_sector", leads=True)
    states = SnapshotBearer("2", "States of origin", "state")
    was = replace(
        a,
        kind=ProvisionKind.RESPONSIBILITY,
        bearers=(employers,),
        beneficiary="workers",
        theme="papers",
        phases=(Phase.PREPAREDNESS,),
        strength=Strength.SHOULD,
    )
    now = replace(
        was,
        bearers=(replace(employers, leads=False), states),
        theme=None,
        phases=(Phase.PREPAREDNESS, Phase.EMERGENCY_RESPONSE),
        strength=Strength.SHALL,
    )
    (change,) = compare_revisions(text_of(principle("e", "1", was)), text_of(principle("e", "1", now)))
    assert change.acts == (Act.FIELDS,)
    assert change.fields == (
        FieldChange(ProvisionField.BEARERS, ("employers",), ("employers", "States of origin")),
        FieldChange(ProvisionField.LEAD, ("employers",), ()),
        FieldChange(ProvisionField.THEME, ("papers",), ()),
        FieldChange(ProvisionField.PHASES, ("preparedness",), ("preparedness", "emergency_response")),
        FieldChange(ProvisionField.STRENGTH, ("should",), ("shall",)),
    )


def test_what_a_reading_leaves_out_is_not_compared() -> None:
    codes = frozenset({"PHL", "IOM"})
    before = text_of(principle("e", "1", replace(a, text="States [act -- PHL]")))
    after = text_of(principle("e", "1", replace(a, text="States [act -- IOM]")))
    assert acts(before, after) == {"a": (Act.WORDS,)}
    assert compare_revisions(before, after, reading=lambda text: plain(parse(text, codes))) == ()


def test_titles_and_places_of_elements_are_compared_too() -> None:
    before = text_of(principle("e1", "1", title="Papers"), principle("e2", "2", title="Wages"))
    after = text_of(
        principle("e3", "1", title="Warning"),
        principle("e1", "2", title="Papers and proof"),
    )
    changes = compare_elements(before, after)
    assert [(change.id, change.acts) for change in changes] == [
        ("e3", (Act.INSERTED,)),
        ("e1", (Act.RENUMBERED, Act.WORDS)),
        ("e2", (Act.DELETED,)),
    ]
    assert changes[1].title == (Change(ChangeKind.EQUAL, "Papers"), Change(ChangeKind.INSERT, " and proof"))


def test_the_title_of_the_text_is_compared() -> None:
    after = replace(text_of(), title="Voluntary guidelines")
    assert [change.text for change in compare_titles(text_of(), after)] == [
        "Voluntary ",
        "principles",
        "guidelines",
    ]


orders = st.permutations("abcdefgh").flatmap(
    lambda keys: st.integers(0, 8).map(lambda kept: numbered(*keys[:kept]))
)


@given(orders, orders)
def test_every_provision_of_both_texts_is_in_the_merged_order_once(before: Snapshot, after: Snapshot) -> None:
    merged = merged_order(before, after)
    keys_after = [one.id for one in after.provisions]
    assert sorted(merged) == sorted({one.id for one in before.provisions} | set(keys_after))
    assert [key for key in merged if key in set(keys_after)] == keys_after


@given(orders)
def test_nothing_changed_in_a_revision_against_itself(snapshot: Snapshot) -> None:
    assert compare_revisions(snapshot, snapshot) == ()
    assert compare_elements(snapshot, snapshot) == ()


@given(orders, orders)
def test_what_did_not_move_stands_in_the_same_order_in_both(before: Snapshot, after: Snapshot) -> None:
    moved = {key for key, happened in acts(before, after).items() if Act.MOVED in happened}
    both = {one.id for one in before.provisions} & {one.id for one in after.provisions}
    stayed = both - moved
    assert [one.id for one in before.provisions if one.id in stayed] == [
        one.id for one in after.provisions if one.id in stayed
    ]
