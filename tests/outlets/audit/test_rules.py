from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from webapp.base.kernel.journal import NO_HASH, hash_of_body, hash_of_leaf
from webapp.outlets.audit.rules import Damage, Entry, read_export, verify, write_export

BEGAN = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


def chain(length: int = 5) -> list[Entry]:
    made, previous = [], NO_HASH
    for sequence in range(1, length + 1):
        at, body, salt = BEGAN + dt.timedelta(minutes=sequence), f'{{"n":{sequence}}}', f"{sequence:064x}"
        body_hash = hash_of_body(salt, body)
        previous = hash_of_leaf(previous, sequence, at, body_hash)
        made.append(Entry(sequence, at, body_hash, previous, True, salt, body))
    return made


def test_an_untouched_chain_holds_to_its_end() -> None:
    entries = chain()
    result = verify(entries)
    assert (result.entries, result.last_hash, result.fault) == (5, entries[-1].hash, None)


def swapped(entries: list[Entry]) -> list[Entry]:
    return [entries[0], entries[2], entries[1], *entries[3:]]


def inserted(entries: list[Entry]) -> list[Entry]:
    return [*entries[:2], dataclasses.replace(entries[1], body='{"n":9}'), *entries[2:]]


def with_third(**change: object) -> Callable[[list[Entry]], list[Entry]]:
    return lambda entries: [*entries[:2], dataclasses.replace(entries[2], **change), *entries[3:]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tamper", "sequence", "damage"),
    [
        (lambda entries: [*entries[:2], *entries[3:]], 4, Damage.MISSING),
        (swapped, 3, Damage.MISSING),
        (inserted, 3, Damage.OUT_OF_PLACE),
        (with_third(at=BEGAN), 3, Damage.CHANGED),
        (with_third(body_hash="0" * 64), 3, Damage.CHANGED),
        (with_third(hash="0" * 64), 3, Damage.CHANGED),
        (with_third(body='{"n":33}'), 3, Damage.BODY_CHANGED),
        (with_third(salt="1" * 64), 3, Damage.BODY_CHANGED),
        (with_third(body=None), 3, Damage.BODY_HALF_ERASED),
        (lambda entries: entries[1:], 2, Damage.MISSING),
    ],
)
def test_the_entry_that_does_not_fit_is_named(
    tamper: Callable[[list[Entry]], list[Entry]], sequence: int, damage: Damage
) -> None:
    fault = verify(tamper(chain())).fault
    assert fault is not None
    assert (fault.sequence, fault.damage) == (sequence, damage)


def test_a_chain_that_was_cut_off_is_noticed_by_a_kept_hash() -> None:
    entries = chain()
    fault = verify(entries[:3], {5: entries[4].hash}).fault
    assert fault is not None
    assert (fault.sequence, fault.damage) == (5, Damage.CUT_OFF)


def test_a_chain_that_was_written_anew_is_noticed_by_a_kept_hash() -> None:
    fault = verify(chain(), {3: "f" * 16}).fault
    assert fault is not None
    assert (fault.sequence, fault.damage) == (3, Damage.NOT_AS_KEPT)


def test_the_beginning_of_a_kept_hash_is_enough() -> None:
    entries = chain()
    assert verify(entries, {2: entries[1].hash[:12].upper()}).fault is None


def test_an_erased_body_leaves_the_chain_valid() -> None:
    entries = chain()
    entries[2] = dataclasses.replace(entries[2], body=None, salt=None)
    assert verify(entries).fault is None


def test_an_export_reads_back_and_verifies_with_closed_bodies() -> None:
    entries = chain()
    entries[1] = dataclasses.replace(entries[1], opened=False, body=None, salt=None)
    name, read = read_export(write_export("mac", entries))
    assert name == "mac"
    assert read == entries
    assert verify(read).fault is None


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "3", '{"format": "concord-journal/1"}', '{"format": "other"}']
)
def test_what_is_no_export_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an export"):
        read_export(text)
