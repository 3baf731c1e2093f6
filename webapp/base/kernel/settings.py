"""The settings of the running application."""

from __future__ import annotations

from typing import cast

from flask import current_app

from config import Settings

KEY = "concord.settings"


def current_settings() -> Settings:
    """The settings with which the running application was made."""
    return cast(Settings, current_app.extensions[KEY])
