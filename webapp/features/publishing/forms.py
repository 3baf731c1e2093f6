"""The form of publishing: shape only."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from webapp.base.web.fields import ConcordForm, MomentField


class PublishForm(ConcordForm):
    """From when everybody may read the item: filled in, then looked at once more."""

    at = MomentField(_l("Visible from"), hint=_l("In official time. Leave it empty to publish at once."))
    confirmed = HiddenField()
