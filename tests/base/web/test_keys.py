"""Keys that save a way: one table, a page that prints it, and a switch."""

from __future__ import annotations

import re
from pathlib import Path

from flask.testing import FlaskClient

from webapp.base.web.keys import SHORTCUTS

WEBAPP = Path(__file__).parents[3] / "webapp"
ACT = re.compile(r"data-act=\"([^\"]*)\"|\bact=\"(\w+)\"")


def token(client: FlaskClient) -> dict[str, str]:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/keys").text)
    assert found is not None
    return {"csrf_token": found[1]}


def test_every_key_is_listed_with_its_words(client: FlaskClient) -> None:
    page = client.get("/keys").text
    for one in SHORTCUTS:
        assert f"<kbd>{one.key}</kbd>" in page
        assert str(one.words) in page


def test_every_page_carries_the_table_until_it_is_turned_off_on_this_device(client: FlaskClient) -> None:
    table = " ".join(f"{one.key}:{one.act}" for one in SHORTCUTS)
    assert f'data-keys="{table}"' in client.get("/of/mac").text
    answer = client.post("/keys", data={"keys": "off", **token(client)})
    assert answer.status_code == 303
    page = client.get("/of/mac").text
    assert 'data-keys=""' in page
    assert "keys.js" not in page
    assert "The keys are off on this device." in client.get("/keys").text
    client.post("/keys", data={"keys": "on", **token(client)})
    assert f'data-keys="{table}"' in client.get("/of/mac").text


def test_no_key_and_no_act_stands_in_the_table_twice() -> None:
    assert len({one.key for one in SHORTCUTS}) == len({one.act for one in SHORTCUTS}) == len(SHORTCUTS)


def test_a_key_is_one_sign_for_which_no_other_key_is_held() -> None:
    assert [one.key for one in SHORTCUTS if len(one.key) != 1 or one.key.isupper()] == []


def test_every_act_of_the_table_has_a_control_and_every_control_an_act_of_the_table() -> None:
    sources = [*(WEBAPP / "templates").rglob("*.html"), WEBAPP / "base" / "web" / "navigation.py"]
    carried = {
        act
        for path in sources
        for found in ACT.finditer(path.read_text())
        for act in re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", found[1] or found[2] or "").split()
    }
    assert carried == {one.act for one in SHORTCUTS if not one.steps}
