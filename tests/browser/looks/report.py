"""The dated table of what was looked at, for docs/looks.md."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence

from config import ROOT
from tests.browser.looks.roles import ROLES
from tests.browser.looks.studio import LEADS_ON, NOT_FOUND, TO_SIGN_IN, Row

TO = ROOT / "docs" / "looks.md"
SIGNS = {NOT_FOUND: "–", TO_SIGN_IN: "↦", LEADS_ON: "→", "good": "✓"}


EXPLAINED = """\
Each page is opened as each role, at 1280 and 360 pixels, light and dark, and asked: does axe find anything (best practices
and the size of targets included), is the HTML valid, does it scroll sideways, does it ask another host, does the console
say anything, is its status the one it should have. What is played comes last: a form sent with faults, a colleague who
saved first, a database that is away.

✓ nothing found · – not open to the role (404) · ↦ the way to sign-in · → the way to another page · *as head* the page
that the head sees, names and figures aside."""


def write(rows: Sequence[Row], browser: str, minutes: float) -> None:
    """Write the table."""
    TO.write_text("\n".join(_lines(rows, browser, minutes)) + "\n", encoding="utf-8")


def _lines(rows: Sequence[Row], browser: str, minutes: float) -> Iterator[str]:
    today = dt.datetime.now(dt.UTC).date()
    found = [fault for row in rows for fault in row.faults]
    yield "# What every page looks like"
    yield ""
    yield "`make looks` writes this table and puts the pictures into `looks/`."
    yield ""
    yield (
        f"{today:%-d %B %Y}, Chromium {browser}, {os.cpu_count()} cores, {minutes:.1f} minutes: {len(rows)} pages,"
        f" {sum(row.views for row in rows)} pictures, **{len(found)} findings**."
    )
    yield ""
    yield EXPLAINED
    yield ""
    roles = list(ROLES)
    yield "| page | " + " | ".join(roles) + " | another |"
    yield "| --- |" + " --- |" * (len(roles) + 1)
    for row in rows:
        yield _line(row, roles)
    if found:
        yield from ("", "## Findings", "")
        yield from (f"- {row.name}: `{fault}`" for row in rows for fault in row.faults)


def _line(row: Row, roles: Sequence[str]) -> str:
    cells = [_sign(row.roles.get(role, "")) for role in roles]
    others = [f"{role}: {_sign(said)}" for role, said in row.roles.items() if role not in roles]
    return f"| {row.name} | " + " | ".join(cells) + f" | {', '.join(others)} |"


def _sign(said: str) -> str:
    if said.startswith("as "):
        return f"*{said}*"
    return SIGNS.get(said, said)
