from __future__ import annotations

from tests.demo.conftest import demo, loaded

__all__ = ["demo", "loaded"]
