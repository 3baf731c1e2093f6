"""Light or dark: as the device says, or as the reader chose. The server sets it, so that no page flashes."""

from __future__ import annotations

from enum import StrEnum

from flask import Flask, Response, current_app, g, has_request_context, request

from webapp.base.web.auth import signed_in

COOKIE = "concord_appearance"


class Appearance(StrEnum):
    """How pages look; `device` leaves it to the reader's device."""

    DEVICE = "device"
    LIGHT = "light"
    DARK = "dark"


def init_app(app: Flask) -> None:
    """Offer the theme to the layout."""
    app.jinja_env.globals["page_theme"] = page_theme


def page_theme() -> str:
    """What `data-theme` says on this page: `light`, `dark`, or nothing where the device decides."""
    chosen = reader_appearance()
    return "" if chosen is Appearance.DEVICE else str(chosen)


def reader_appearance() -> Appearance:
    """The person's choice, else the one made on this device. Pages that every cache may keep follow the device."""
    if not has_request_context() or g.get("without_person"):
        return Appearance.DEVICE
    person = signed_in()
    chosen = person.appearance if person else request.cookies.get(COOKIE, "")
    return Appearance(chosen) if chosen in list(Appearance) else Appearance.DEVICE


def remember_appearance(response: Response, chosen: Appearance) -> None:
    """Keep a reader's choice on this device for a year."""
    response.set_cookie(
        COOKIE,
        chosen,
        max_age=365 * 24 * 3600,
        secure=bool(current_app.config["SESSION_COOKIE_SECURE"]),
        httponly=True,
        samesite="Lax",
    )
