from __future__ import annotations

import unicodedata

from argon2 import PasswordHasher

from webapp.features.people.passwords import hash_password, weigh

PASSWORD = "quiet rivers carry café tables"


def test_the_right_password_fits_its_hash() -> None:
    assert weigh(hash_password(PASSWORD), PASSWORD).fits


def test_another_password_does_not_fit() -> None:
    assert not weigh(hash_password(PASSWORD), PASSWORD + "s").fits


def test_a_password_fits_however_the_keyboard_composes_it() -> None:
    assert weigh(hash_password(PASSWORD), unicodedata.normalize("NFD", PASSWORD)).fits


def test_nothing_fits_where_there_is_no_hash() -> None:
    assert not weigh(None, "the password of an account that does not exist").fits


def test_a_hash_with_older_settings_is_made_anew() -> None:
    older = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    weighed = weigh(older, PASSWORD)
    assert weighed.fits
    assert weighed.fresh_hash is not None
    assert weigh(weighed.fresh_hash, PASSWORD).fresh_hash is None


def test_hashes_follow_the_settings_that_were_chosen() -> None:
    assert hash_password(PASSWORD).startswith("$argon2id$v=19$m=19456,t=2,p=1$")
