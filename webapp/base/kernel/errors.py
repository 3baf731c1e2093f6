"""Errors that carry a code and facts; `webapp.base.web` turns them into sentences and answers."""

from __future__ import annotations


class CodedError(Exception):
    """Something a person can understand and mend. `code` names it, `facts` fill its sentence, `field` places it."""

    def __init__(self, code: str, *, field: str | None = None, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.field = field
        self.facts = facts


class Invalid(CodedError):
    """The input is not acceptable as it stands."""


class Refused(CodedError):
    """The input is well formed, but the state of things or the rules of procedure forbid the act."""


class Denied(CodedError):
    """The actor may know of the subject but may not do this to it."""


class NotFound(CodedError):
    """There is no such thing, or the actor may not know of it."""

    def __init__(self, code: str = "not_found") -> None:
        super().__init__(code)


class Stale(CodedError):
    """Somebody else saved first. `theirs` is what stands now, `mine` what was typed; neither is lost."""

    def __init__(self, code: str, *, theirs: str, mine: str) -> None:
        super().__init__(code, theirs=theirs, mine=mine)
        self.theirs = theirs
        self.mine = mine
