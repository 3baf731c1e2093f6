"""Security headers on every answer, errors and static files included."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, g, request, session

from config import Settings

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "font-src 'none'",
        "object-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
"""Content Security Policy level 3: nothing inline, nothing from another host."""

UNUSED = (
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "midi",
    "payment",
    "usb",
    "browsing-topics",
)

FIXED = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}

TWO_YEARS = "max-age=63072000; includeSubDomains"


def init_app(app: Flask, settings: Settings) -> None:
    """Send the headers; HSTS (RFC 6797) only where the public address is https."""
    https = urlsplit(settings.public_url).scheme == "https"

    def _send(response: Response) -> Response:
        for name, value in FIXED.items():
            response.headers[name] = value
        if https:
            response.headers["Strict-Transport-Security"] = TWO_YEARS
        _keep_private(response)
        return response

    app.after_request(_send)


def _keep_private(response: Response) -> None:
    """An answer is kept by nobody unless its view said otherwise; one made for a session never is."""
    if request.endpoint == "static":
        # Otherwise Flask would make the files vary with the cookie, and every new cookie would fetch them again.
        session.accessed = False
        return
    if g.get("for_everybody") and response.cache_control.public:
        session.accessed = False
        if response.mimetype == "text/html":
            response.vary.add("Accept-Language")
        return
    if "Cache-Control" not in response.headers or (response.cache_control.public and session):
        response.headers["Cache-Control"] = "private, no-store"
    if response.mimetype == "text/html":
        response.vary.update(("Cookie", "Accept-Language"))
