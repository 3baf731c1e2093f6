"""The shape of what people say about themselves."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from webapp.base.kernel.zones import zones
from webapp.base.web.appearance import Appearance
from webapp.base.web.fields import Choice, ChoiceField, ConcordForm, LineField, ListField, SuggestingField
from webapp.features.people.rules import Profile

LONGEST_NAME = 200

APPEARANCES = (
    Choice(
        Appearance.DEVICE, _l("As the device"), _l("light by day and dark by night, where the device does so")
    ),
    Choice(Appearance.LIGHT, _l("Light")),
    Choice(Appearance.DARK, _l("Dark")),
)


class AppearanceForm(ConcordForm):
    """How pages look on this device."""

    appearance = ChoiceField(_l("Appearance"), choices=APPEARANCES, required=_l("Choose an appearance."))


class ProfileForm(AppearanceForm):
    """What a person says about themselves."""

    name = LineField(
        _l("Your name"),
        limit=LONGEST_NAME,
        required=_l("Write your name."),
        hint=_l("As others in your initiatives read it. What you did before keeps the name of that time."),
        render_kw={"autocomplete": "name"},
    )
    locale = ListField(
        _l("Language"),
        required=_l("Choose a language."),
        hint=_l("Pages and mails speak it to you. The texts themselves stay in their language."),
    )
    time_zone = SuggestingField(
        _l("Your time zone"),
        suggestions=zones(),
        limit=60,
        required=_l("Write your time zone."),
        hint=_l(
            "Type the nearest large city, like Manila. Deadlines are told in the official time and in yours."
        ),
    )

    def values(self) -> Profile:
        """What was typed."""
        return Profile(
            name=self.name.data or "",
            locale=self.locale.data or "",
            time_zone=self.time_zone.data or "",
            appearance=self.appearance.data or Appearance.DEVICE,
        )
