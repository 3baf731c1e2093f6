"""What can be found, in the order in which it is shown."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """A kind of things that are found together. The order is that of the page: the own draft, then what stands in
    the text, then what was decided, then what was said."""

    DRAFT = "draft"
    """Comments in the reader's own delegation's draft. They are not in the index."""
    TEXT = "text"
    """The current revision of each text, its elements and provisions."""
    MANDATE = "mandate"
    """The mandate of the initiative."""
    DECISION = "decision"
    """Questions that are, or will be, put to the members."""
    POSITION = "position"
    """Reasons of positions, once the decision is closed, and statements."""
    COMMENT = "comment"
    """Comments as handed in."""
    ANSWER = "answer"
    """Reasons of dispositions."""
    COVERING = "covering"
    """Covering statements."""
    ROUND = "round"
    """Review rounds."""
    PEOPLE = "people"
    """Delegations, their people, and those who hold an office."""
    EARLIER = "earlier"
    """Superseded revisions."""


HANDED_IN = (Kind.COMMENT, Kind.ANSWER, Kind.COVERING)
"""What is said in rounds, some of which name nobody."""
