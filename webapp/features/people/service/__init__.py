"""Changing persons, their sessions and their ways in."""

from webapp.features.people.service.accounts import create_administrator, create_person
from webapp.features.people.service.entering import open_session, sign_in, sign_out
from webapp.features.people.service.links import renew_link, request_reset, set_password
from webapp.features.people.service.profile import edit_profile

__all__ = [
    "create_administrator",
    "create_person",
    "edit_profile",
    "open_session",
    "renew_link",
    "request_reset",
    "set_password",
    "sign_in",
    "sign_out",
]
