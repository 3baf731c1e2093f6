"""The words of decisions as pages say them."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import gettext
from flask_babel import lazy_gettext as _l

from webapp.base.web.messages import Words
from webapp.base.web.wording import CONSTITUENCIES
from webapp.features.decisions.queries import Gap
from webapp.features.decisions.rules.outcome import Result
from webapp.features.decisions.rules.proposals import shipped_of
from webapp.features.decisions.rules.silence import Reaction
from webapp.features.decisions.rules.transitions import DecisionKind, DecisionState
from webapp.features.instruments.rules.enums import ElementKind

KINDS: Mapping[str, Words] = {
    DecisionKind.CALL: _l("call for positions"),
    DecisionKind.INDICATION: _l("indication"),
    DecisionKind.SILENCE: _l("silence procedure"),
}

KIND_EFFECTS: Mapping[str, Words] = {
    DecisionKind.CALL: _l("every member is asked for a position, and the rule below decides"),
    DecisionKind.INDICATION: _l("a temperature check; it decides nothing and changes no text"),
    DecisionKind.SILENCE: _l("agreed unless a member breaks silence before the deadline"),
}

STATES: Mapping[str, Words] = {
    DecisionState.PROPOSED: _l("waits for confirmation"),
    DecisionState.DECLINED: _l("declined"),
    DecisionState.OPEN: _l("open"),
    DecisionState.CLOSED: _l("closed"),
    DecisionState.WITHDRAWN: _l("withdrawn"),
}

RESULTS: Mapping[str, Words] = {
    Result.PASSED: _l("agreed"),
    Result.FAILED: _l("not agreed"),
    Result.UNDECIDED: _l("undecided"),
}

OPTIONS: Mapping[str, Words] = {
    "agree": _l("agree"),
    "agree_with_reservation": _l("agree with reservation"),
    "no_objection": _l("no objection"),
    "abstain": _l("abstain"),
    "object": _l("object"),
    "none": _l("no position"),
}

OPTION_EFFECTS: Mapping[str, Words] = {
    "agree": _l("counts for; you support it"),
    "agree_with_reservation": _l("counts for; your reservation is printed with the text"),
    "no_objection": _l("counts for, not as support"),
    "abstain": _l("counts as having spoken, neither for nor against"),
    "object": _l("counts against, as a block; say what would lift it"),
}

REACTIONS: Mapping[str, Words] = {
    Reaction.BROKE: _l("broke silence"),
    Reaction.SUPPORT: _l("explicit support"),
    Reaction.ACKNOWLEDGED: _l("acknowledged: seen, no objection"),
    Reaction.SILENT: _l("silent"),
    Reaction.UNREACHED: _l("unreached"),
}

STATEMENTS: Mapping[str, Words] = {
    "explanation": _l("explanation of position"),
    "interpretative_declaration": _l("interpretative declaration"),
    "reservation": _l("reservation"),
    "dissociation": _l("dissociation"),
    "late_objection": _l("late objection"),
}

GAPS: Mapping[str, Words] = {
    Gap.NOBODY_SPEAKS: _l("has no head or alternate who holds no office"),
    Gap.NO_FOCAL_POINT: _l("its focal point has not confirmed the duty"),
    Gap.MAIL_BOUNCES: _l("the last mails to its head and alternates came back"),
}

STEPS: Mapping[str, Words] = {
    "half_time": _l("Half time"),
    "day_before": _l("24 hours before"),
    "two_hours_before": _l("2 hours before"),
    "hour_before": _l("1 hour before"),
}

ELEMENTS: Mapping[str, Words] = {
    ElementKind.PREAMBLE: _l("preamble"),
    ElementKind.DEFINITION: _l("definition"),
    ElementKind.SCOPE: _l("scope"),
    ElementKind.PRINCIPLE: _l("principle"),
    ElementKind.GUIDELINE: _l("guideline"),
    ElementKind.PRACTICE: _l("practice"),
    ElementKind.ANNEX: _l("annex"),
}


def rule_title(rule_key: str) -> str:
    """The name of a decision's rule, with the constituency in it; empty for an indication."""
    found = shipped_of(rule_key)
    if found is None:
        return ""
    shipped, about = found
    title = str(gettext(shipped.title))
    return f"{title}: {CONSTITUENCIES[about].words}" if about else title


def rule_sentence(rule_key: str) -> str:
    """What a decision's rule does, in one plain sentence; empty for an indication."""
    found = shipped_of(rule_key)
    return str(gettext(found[0].sentence)) if found else ""
