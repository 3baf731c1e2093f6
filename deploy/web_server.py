"""How gunicorn runs the application: loaded once, before the workers are made, so that they share its memory.

A configuration file of gunicorn: its names are gunicorn's settings and hooks.
"""

from __future__ import annotations

import gc

preload_app = True


def pre_fork(server: object, worker: object) -> None:
    """What is loaded stays: the garbage collector leaves it alone, else its marks would make each worker a copy."""
    gc.collect()
    gc.freeze()
