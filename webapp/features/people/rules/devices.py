"""Which browser and system a device says it has: families in words, nothing that would tell devices apart."""

from __future__ import annotations

from dataclasses import dataclass

BROWSERS = (
    # The order matters: each of these also names those below it.
    ("edge", ("Edg/", "EdgA/", "EdgiOS/")),
    ("opera", ("OPR/", "Opera")),
    ("samsung", ("SamsungBrowser/",)),
    ("firefox", ("Firefox/", "FxiOS/")),
    ("chrome", ("Chrome/", "CriOS/", "Chromium/")),
    ("safari", ("Safari/",)),
)
SYSTEMS = (
    ("android", ("Android",)),
    ("ios", ("iPhone", "iPad", "iPod")),
    ("windows", ("Windows",)),
    ("chromeos", ("CrOS",)),
    ("macos", ("Macintosh", "Mac OS X")),
    ("linux", ("Linux", "X11")),
)


@dataclass(frozen=True)
class Device:
    """A device as a session remembers it. `mark_hash` is of the random mark that the device keeps."""

    browser: str = ""
    system: str = ""
    mark_hash: str | None = None


def browser_of(user_agent: str) -> str:
    """The browser's family, or nothing."""
    return _first(BROWSERS, user_agent)


def system_of(user_agent: str) -> str:
    """The system's family, or nothing."""
    return _first(SYSTEMS, user_agent)


def _first(families: tuple[tuple[str, tuple[str, ...]], ...], user_agent: str) -> str:
    return next((name for name, signs in families if any(sign in user_agent for sign in signs)), "")
