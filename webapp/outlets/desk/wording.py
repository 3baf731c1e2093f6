"""The words of the desk."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from webapp.base.web.messages import Words
from webapp.outlets.desk.rules import Topic

TOPICS: Mapping[str, Words] = {
    Topic.TEXT: _l("The text"),
    Topic.ANSWERS: _l("Answers to comments"),
    Topic.ROUNDS: _l("Rounds and comments"),
    Topic.DECISIONS: _l("Decisions"),
    Topic.PUBLISHED: _l("Publications and rules"),
    Topic.PEOPLE: _l("Who takes part"),
}
