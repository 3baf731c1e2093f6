"""`make looks`: every page as every role, on both screens, in both schemes; pictures, faults, and a table of them.

Two processes, each with a browser, share the pages. What two roles see alike is looked at once and said so.
ONLY=name,name looks at some places alone (or `scenes`, `more`, `tour`), OWN=1 as the one alone whose page it is; both
write no table.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from config import ROOT
from tests.browser.looks import installations, report
from tests.browser.looks.crew import Task, looked
from tests.browser.looks.roles import ROLES
from tests.browser.looks.scenes import SCENES
from tests.browser.looks.staged import STAGED
from tests.browser.looks.studio import Row, Session, chromium, sign_in
from tests.browser.looks.walking import look_at_the_tour
from tests.browser.places import PLACES

PICTURES = ROOT / "looks"


def main() -> int:
    """Look at everything; 1 where something was found."""
    # Whoever is asked to stop clears away what was started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    started = time.monotonic()
    only = {name for name in os.environ.get("ONLY", "").split(",") if name}
    if not only:
        shutil.rmtree(PICTURES, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="concord-looks-") as scratch, ExitStack() as stack:
        loaded = installations.load(Path(scratch))
        demo = stack.enter_context(installations.demo(Path(scratch), loaded))
        broken = stack.enter_context(installations.broken(Path(scratch), loaded))
        away = stack.enter_context(installations.away(Path(scratch)))
        readers = installations.readers(loaded)
        with chromium() as browser:
            version = browser.version
            states = {who: sign_in(browser, demo.url, who) for who in (*_everybody(), *readers.values())}
        addresses = {"demo": demo.url, "broken": broken, "away": away}
        session = Session(demo, PICTURES, states, addresses, readers, own="OWN" in os.environ)
        rows = list(looked(session, _tasks(only)))
        if not session.own and (not only or "tour" in only):
            rows.append(_tour(Path(scratch), loaded))
    found = sum(len(row.faults) for row in rows)
    minutes = (time.monotonic() - started) / 60
    if not only and not session.own:
        report.write(rows, version, minutes)
    for row in rows:
        for fault in row.faults:
            print(f"{row.name}: {fault}")
    views = sum(row.views for row in rows)
    print(
        f"{len(rows)} pages, {views} pictures, {found} findings, {minutes:.1f} minutes; pictures are in looks/"
    )
    return 1 if found else 0


def _tour(scratch: Path, loaded: Path) -> Row:
    with installations.whole(scratch / "tour", loaded) as url, chromium() as browser:
        return look_at_the_tour(browser, url)


def _everybody() -> list[str]:
    """Everybody who looks at something; the visitor as well."""
    places = (*PLACES, *STAGED)
    return list(dict.fromkeys((*ROLES.values(), *(one.who for one in places), *(one.who for one in SCENES))))


def _tasks(only: set[str]) -> list[Task]:
    """What there is to look at. Scenes change what pages show, so they come last."""
    addresses: dict[str, Task] = {}
    for place in (*PLACES, *STAGED):
        # Every role looks at an address; two places that differ in the reader alone are one.
        addresses.setdefault(place.address, ("place", place))
    tasks = [*addresses.values(), ("more", None), ("scenes", None)]
    return [task for task in tasks if not only or task[0] in only or (task[1] and task[1].name in only)]


if __name__ == "__main__":
    sys.exit(main())
