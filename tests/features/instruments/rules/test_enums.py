from webapp.features.instruments.rules.enums import TRANSITIONS, ProvisionStatus, may_become

S = ProvisionStatus


def test_every_status_has_its_line_in_the_table() -> None:
    assert set(TRANSITIONS) == set(S)


def test_a_bracketed_provision_is_never_adopted() -> None:
    assert not may_become(S.BRACKETED, S.ADOPTED)


def test_an_agreed_provision_takes_a_bracket_only_after_its_reopening() -> None:
    assert not may_become(S.AGREED, S.BRACKETED)
    assert may_become(S.AGREED, S.REOPENED)
    assert may_become(S.REOPENED, S.BRACKETED)


def test_a_declined_referendum_reopens_and_a_confirmed_one_agrees() -> None:
    assert may_become(S.AGREED_AD_REFERENDUM, S.REOPENED)
    assert may_become(S.AGREED_AD_REFERENDUM, S.AGREED)


def test_nothing_follows_adoption_and_nothing_goes_back_to_not_discussed() -> None:
    assert not TRANSITIONS[S.ADOPTED]
    assert not any(may_become(status, S.NOT_DISCUSSED) for status in S)


def test_reopened_may_go_wherever_open_may() -> None:
    assert TRANSITIONS[S.OPEN] <= TRANSITIONS[S.REOPENED]
