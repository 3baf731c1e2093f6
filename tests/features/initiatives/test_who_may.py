"""The page that says who may do what."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.cast import Cast
from webapp.base.access.permissions import Permission
from webapp.base.access.policy import POLICY
from webapp.base.kernel.unit_of_work import unit_of_work
from webapp.base.web.policy_words import CLAUSES, PERMISSIONS
from webapp.features.initiatives import who_may
from webapp.features.initiatives.models import Initiative
from webapp.features.initiatives.rules import Procedure, write_procedure

ClientFor = Callable[[str], FlaskClient]
PAGE = "/i/mac/who-may-do-what"


def acts(procedure: Procedure) -> dict[Permission, who_may.PrintedAct]:
    return {act.permission: act for _, printed in who_may.acts_by_area(procedure) for act in printed}


def may(app: Flask, key: str) -> dict[str, str]:
    role = next(role for role in who_may.roles() if role.key == key)
    with app.test_request_context():
        return {str(sentence): str(condition) for sentence, condition in role.may}


def test_every_permission_is_told_with_everybody_whom_the_policy_gives_it(app: Flask) -> None:
    printed = acts(Procedure())
    assert set(printed) == set(Permission)
    for permission, act in printed.items():
        assert act.who == tuple(CLAUSES[clause.name] for clause in POLICY[permission])


def test_a_role_is_told_what_it_may_do_and_for_whom(app: Flask) -> None:
    hands_in = str(PERMISSIONS[Permission.CONTRIBUTION_HAND_IN])
    answers = str(PERMISSIONS[Permission.COMMENT_ANSWER])
    assert may(app, "head")[hands_in] == "for the own delegation"
    assert hands_in not in may(app, "adviser")
    assert answers in may(app, "secretariat")
    assert str(PERMISSIONS[Permission.POSITION_TAKE]) not in may(app, "observer")


@pytest.mark.parametrize("confirm", [True, False])
def test_the_clause_that_switches_an_act_is_told_as_it_stands(app: Flask, confirm: bool) -> None:
    (rule,) = acts(Procedure(chairs_confirm=confirm))[Permission.REVISION_PROPOSE].rules
    assert ("ask for a second co-chair" in str(rule)) is confirm
    assert ("waive the second co-chair" in str(rule)) is not confirm


def test_everybody_who_takes_part_finds_it_from_the_rules_of_procedure(
    cast: Cast, client_for: ClientFor
) -> None:
    client = client_for("head_obs")
    assert f'href="{PAGE}"' in client.get("/i/mac/").text
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "Heads of delegation and alternates, for the own delegation" in page.text
    assert "ask for a second co-chair" in page.text
    with unit_of_work() as work:
        row = work.session.get_one(Initiative, cast.initiative_id)
        row.procedure = write_procedure(Procedure(chairs_confirm=False))
    assert "waive the second co-chair" in client.get(PAGE).text


@pytest.mark.parametrize("who", ["outsider", "administrator"])
def test_nobody_else_finds_it(client_for: ClientFor, who: str) -> None:
    assert client_for(who).get(PAGE).status_code == 404
