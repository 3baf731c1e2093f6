"""The shape of what is sent in as a table."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField

from webapp.base.web.fields import ConcordForm, TextField

LONGEST_TABLE = 400_000
"""Characters of a table that is pasted or shown again: five hundred long lines fit."""


class TableForm(ConcordForm):
    """A table as a file, or pasted."""

    file = FileField(
        _l("A file"),
        description=_l("CSV, as every spreadsheet program can save it: with commas, semicolons or tabs."),
        render_kw={"accept": ".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"},
    )
    pasted = TextField(
        _l("Or the table itself"),
        limit=LONGEST_TABLE,
        hint=_l("Copied from a spreadsheet, with the line that names the columns."),
        render_kw={"spellcheck": "false"},
    )


class ConfirmTableForm(ConcordForm):
    """The table that was looked at, carried along as it was read, and what it was said to do."""

    table = HiddenField()
    shown = HiddenField()
