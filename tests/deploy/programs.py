"""Small programs that stand for the parts of an installation."""

from __future__ import annotations

import sys

from deploy.part import Part


def python(name: str, code: str, **options: float) -> Part:
    """A part that runs these lines of Python."""
    return Part(name, (sys.executable, "-u", "-c", code), **options)  # type: ignore[arg-type]


SLEEPER = "import time\nwhile True: time.sleep(0.1)"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf')\n{SLEEPER}"
PARENT = (
    f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', {SLEEPER!r}]).pid)\n{SLEEPER}"
)
