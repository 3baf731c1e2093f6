"""Sentences of tables and files that come in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages.message import Message, Sentences

EXCHANGE: Sentences = {
    "exchange.is_spreadsheet": Message(
        _l("This is a file of a spreadsheet program. Save it as CSV there, or copy the table into the field.")
    ),
    "exchange.nothing_sent": Message(_l("Choose a file, or copy the table into the field.")),
}
