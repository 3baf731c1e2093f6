"""Changing texts: the rolling text, and the status of provisions."""

from webapp.features.instruments.service.elements import (
    add_element,
    edit_element,
    move_element,
    remove_element,
)
from webapp.features.instruments.service.provisions import (
    add_provision,
    edit_provision,
    move_provision,
    remove_provision,
)
from webapp.features.instruments.service.rolling import create_instrument, rename_instrument
from webapp.features.instruments.service.statuses import (
    agree,
    back_to_consultation,
    mark_discussed,
    settle_issued,
)

__all__ = [
    "add_element",
    "add_provision",
    "agree",
    "back_to_consultation",
    "create_instrument",
    "edit_element",
    "edit_provision",
    "mark_discussed",
    "move_element",
    "move_provision",
    "remove_element",
    "remove_provision",
    "rename_instrument",
    "settle_issued",
]
