"""`make bench`: measures, prints the tables and, where everything was measured, writes docs/benchmarks.md.

`make bench ARGS=text` measures the works that are named alone, and prints their table.
"""

from __future__ import annotations

import argparse
import sys

from config import ROOT
from tests.benchmarks.measuring import Pace
from tests.benchmarks.picture import growth_picture
from tests.benchmarks.report import PICTURE, report
from tests.benchmarks.run import NAMES, run

DOCUMENT = ROOT / "docs" / "benchmarks.md"


def main() -> None:
    """The command."""
    usual = Pace()
    parser = argparse.ArgumentParser(prog="make bench ARGS=", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"any of {', '.join(NAMES)}; without one, all"
    )
    parser.add_argument("--requests", type=int, default=usual.requests, help="requests of a batch")
    parser.add_argument("--batches", type=int, default=usual.batches)
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(NAMES):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    found = run(asked.names or NAMES, pace=Pace(asked.requests, asked.batches), say=_say)
    document = report(found)
    sys.stdout.write(document)
    if not asked.names:
        DOCUMENT.write_text(document)
        DOCUMENT.with_name(PICTURE).write_text(growth_picture(found.grown))
        _say(f"Written to {DOCUMENT.relative_to(ROOT)}.")


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main()
