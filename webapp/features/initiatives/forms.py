"""The shape of what is typed about an initiative."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, widgets

from webapp.base.access.actor import Constituency
from webapp.base.access.attribution import Attribution
from webapp.base.kernel.zones import zones
from webapp.base.web.fields import (
    Choice,
    ChoiceField,
    ChoicesField,
    ConcordForm,
    LineField,
    ListField,
    TextField,
    WholeNumberField,
    YesField,
)
from webapp.base.web.wording import ATTRIBUTIONS, CONSTITUENCIES
from webapp.features.initiatives.rules import PHASES, SCOPES, Mandate, Procedure, read_days
from webapp.features.initiatives.words import PHASE_WORDS, SCOPE_WORDS

LONGEST_TITLE = 200
LONGEST_TEXT = 20_000
LONGEST_NAME = 120


def attribution_choices() -> list[Choice]:
    """How those who say something may be shown, each with what it does."""
    return [Choice(kind.value, ATTRIBUTIONS[kind].words, ATTRIBUTIONS[kind].effect) for kind in Attribution]


class NewInitiativeForm(ConcordForm):
    """Title and short name of an initiative that begins."""

    title = LineField(_l("Title"), limit=LONGEST_TITLE, required=_l("Write the initiative’s title."))
    slug = LineField(
        _l("Short name"),
        limit=40,
        required=_l("Write a short name."),
        hint=_l(
            "It stands in every address of the initiative and stays. Small letters, figures and hyphens."
        ),
    )


class VersionedForm(ConcordForm):
    """A form that knows which version its editor saw."""

    version = IntegerField(widget=widgets.HiddenInput())

    def now_at(self, version: int) -> None:
        """Go on from another version: what was typed stays, and sending it again replaces that version."""
        self.version.data, self.version.raw_data = version, None


class MandateForm(VersionedForm):
    """What the undertaking is for, and by which clock it goes."""

    title = LineField(_l("Title"), limit=LONGEST_TITLE, required=_l("Write the initiative’s title."))
    mandate = TextField(
        _l("Mandate"),
        limit=LONGEST_TEXT,
        required=_l("Write what the initiative is to do."),
        hint=_l("Who asked for it, what is to come of it, and what it binds nobody to."),
    )
    scope = ChoicesField(
        _l("Crises within the scope"),
        choices=[Choice(name, SCOPE_WORDS[name]) for name in SCOPES],
        required=_l("Choose at least one kind of crisis."),
    )
    outside_scope = TextField(
        _l("Outside the scope"),
        limit=LONGEST_TEXT,
        hint=_l("Points beyond the mandate are parked where everybody can read them."),
    )
    timetable = TextField(
        _l("Timetable"),
        limit=LONGEST_TEXT,
        hint=_l("Which steps are planned until when. Deadlines themselves are set in rounds and decisions."),
    )
    time_zone = ListField(
        _l("Official time zone"),
        choices=[Choice(zone, zone.replace("_", " ")) for zone in zones()],
        required=_l("Choose the official time zone."),
        hint=_l("Deadlines are told in this zone first, everywhere."),
    )

    def values(self) -> Mandate:
        """What was typed."""
        return Mandate(
            title=self.title.data or "",
            mandate=self.mandate.data or "",
            scope=tuple(self.scope.data or ()),
            outside_scope=self.outside_scope.data or "",
            timetable=self.timetable.data or "",
            time_zone=self.time_zone.data or "",
        )


class ProcedureForm(VersionedForm):
    """The rules of procedure: clauses that are on or off, and their figures."""

    chairs_confirm = YesField(
        _l("A second co-chair confirms"),
        hint=_l("To issue a revision, place a text under silence, or open or withdraw a decision."),
    )
    silence_hours = WholeNumberField(
        _l("A silence procedure lasts at least (hours)"),
        required=_l("Write a number of hours."),
    )
    silence_move_hours = WholeNumberField(
        _l("Its deadline is moved by (hours)"),
        required=_l("Write a number of hours."),
        hint=_l("When a member could not be reached."),
    )
    silence_moves = WholeNumberField(
        _l("How often it is moved before the co-chairs decide"),
        required=_l("Write a number; 0 means never."),
    )
    collect_objections = YesField(
        _l("Objections are collected until the deadline"),
        hint=_l("Otherwise a silence procedure ends as soon as one member breaks silence."),
    )
    attribution = ChoiceField(
        _l("What others read in place of who says something"),
        choices=attribution_choices(),
        required=_l("Choose how those who say something are shown."),
        hint=_l(
            "A round that is planned from now on begins with this, and can be planned otherwise."
            " What was said before stays as it was said."
        ),
    )
    holidays = TextField(
        _l("Holidays"),
        limit=4000,
        hint=_l("Days on which no silence procedure may end, one below the other, like 2026-12-25."),
    )

    second_factor = ChoicesField(
        _l("Who acts only with a second factor"),
        choices=[
            Choice("co_chair", _l("co-chairs")),
            Choice("secretariat", _l("secretariat officers")),
            Choice("head", _l("heads of delegation and their alternates")),
        ],
        hint=_l(
            "Whoever has none can still read everything, and is told how to set one up. It takes two minutes."
        ),
    )

    def show(self, procedure: Procedure) -> None:
        """Fill in the days, which are typed as lines."""
        self.holidays.data = "\n".join(day.isoformat() for day in procedure.holidays)

    def values(self) -> Procedure:
        """What was typed; raises Invalid where a line is no day."""
        return Procedure(
            chairs_confirm=bool(self.chairs_confirm.data),
            silence_hours=self.silence_hours.data or 0,
            silence_move_hours=self.silence_move_hours.data or 0,
            silence_moves=-1 if self.silence_moves.data is None else self.silence_moves.data,
            collect_objections=bool(self.collect_objections.data),
            attribution=Attribution(self.attribution.data),
            holidays=read_days(self.holidays.data or ""),
            second_factor=tuple(self.second_factor.data or ()),
        )


class BearerForm(ConcordForm):
    """Somebody who can bear a responsibility."""

    name = LineField(
        _l("Name"),
        limit=LONGEST_NAME,
        required=_l("Write a name."),
        hint=_l("As provisions name it, for example “States of origin” or “Employers”."),
    )
    constituency = ChoiceField(
        _l("Constituency"),
        choices=[Choice(kind.value, CONSTITUENCIES[kind].words) for kind in Constituency],
        required=_l("Choose a constituency."),
    )


class NameForm(ConcordForm):
    """Another name."""

    name = LineField(_l("Name"), limit=LONGEST_NAME, required=_l("Write a name."))


class ThemeForm(ConcordForm):
    """A theme and its phases."""

    name = LineField(_l("Theme"), limit=LONGEST_NAME, required=_l("Write the theme’s name."))
    phases = ChoicesField(
        _l("Phases in which the mandate lists it"),
        choices=[Choice(phase, PHASE_WORDS[phase]) for phase in PHASES],
        required=_l("Choose at least one phase."),
        hint=_l("A theme and phase that nobody bears shows as a gap."),
    )
