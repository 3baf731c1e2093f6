"""Starting the demo over: `python -m deploy.reset` takes away its database, mails, broker and logs."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from config import InsecureSettings, load_settings
from deploy.supervisor import AlreadyRunning, only_one, say


def main() -> int:
    """Remove what the demo keeps; refuses for any other installation, and while it runs."""
    try:
        settings = load_settings(os.environ)
    except InsecureSettings:
        say("This is not the demo: nothing was removed.")
        return 2
    if not settings.is_demo or os.environ.get("DATABASE_URL", "").strip():
        say("Only the demo with its own SQLite database starts over: nothing was removed.")
        return 2
    try:
        with only_one(settings.instance_dir):
            empty(settings.instance_dir)
    except AlreadyRunning:
        say("The demo is running. Stop it with Ctrl-C first.")
        return 1
    say("The demo is empty; the next start loads it again.")
    return 0


FILES = ("concord.sqlite3*", "beat-schedule*", "secret-key")
FOLDERS = ("broker", "broker-files", "mailbox", "log")


def empty(instance_dir: Path) -> None:
    """Remove what a demo leaves in its folder, and nothing that somebody else put there."""
    for pattern in FILES:
        for path in instance_dir.glob(pattern):
            path.unlink(missing_ok=True)
    for name in FOLDERS:
        shutil.rmtree(instance_dir / name, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
