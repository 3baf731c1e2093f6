"""The shape of what is typed about delegations, invitations and offices."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l

from webapp.base.access.actor import Constituency, OfficeKind, SeatRole, Standing
from webapp.base.kernel.zones import zones
from webapp.base.web.fields import (
    Choice,
    ChoiceField,
    ConcordForm,
    LineField,
    ListField,
    MailAddressField,
    SecretField,
)
from webapp.base.web.wording import CONSTITUENCIES, ROLES, STANDINGS
from webapp.features.participants.queries import SeatedPerson
from webapp.features.people.forms import LONGEST_ADDRESS

LONGEST_NAME = 200

OFFICE_CHOICES = (
    Choice(
        OfficeKind.CO_CHAIR,
        ROLES[OfficeKind.CO_CHAIR],
        _l("holds the pen: opens rounds, issues revisions, puts questions to decision"),
    ),
    Choice(
        OfficeKind.SECRETARIAT,
        ROLES[OfficeKind.SECRETARIAT],
        _l("accredits delegations, runs rounds, answers comments"),
    ),
)


class AccreditForm(ConcordForm):
    """A delegation that is accredited."""

    name = LineField(
        _l("Name of the delegation"),
        limit=LONGEST_NAME,
        required=_l("Write the delegation’s name."),
        hint=_l("As it should stand in the list of members."),
    )
    code = LineField(
        _l("Code"),
        limit=10,
        required=_l("Write a code."),
        hint=_l("2 to 10 capital letters and figures, like MWUF. It stands behind brackets in the text."),
    )
    constituency = ChoiceField(
        _l("Constituency"),
        choices=[Choice(kind.value, CONSTITUENCIES[kind].words) for kind in Constituency],
        required=_l("Choose a constituency."),
    )
    standing = ChoiceField(
        _l("Standing"),
        choices=[
            Choice(
                Standing.MEMBER, STANDINGS[Standing.MEMBER], _l("comments, and takes positions in decisions")
            ),
            Choice(Standing.OBSERVER, STANDINGS[Standing.OBSERVER], _l("reads and comments; never counts")),
        ],
        required=_l("Choose member or observer."),
    )
    tags = LineField(
        _l("Tags"),
        limit=200,
        hint=_l("Subtypes, with commas between them, like trade union, diaspora group, employer."),
    )

    def tag_list(self) -> list[str]:
        """The tags, one by one."""
        return (self.tags.data or "").split(",")


class AddressedForm(ConcordForm):
    """A person who is invited by mail."""

    name = LineField(_l("Name of the person"), limit=LONGEST_NAME, required=_l("Write the person’s name."))
    email = MailAddressField(
        _l("E-mail address"),
        limit=LONGEST_ADDRESS,
        required=_l("Write the address to which the invitation goes."),
        hint=_l("The invitation can be accepted for 14 days, once."),
    )


class InviteForm(AddressedForm):
    """An invitation to a seat."""

    role = ChoiceField(
        _l("Seat"),
        choices=[
            Choice(
                SeatRole.HEAD,
                ROLES[SeatRole.HEAD],
                _l("speaks for the delegation: hands in, takes positions, invites others"),
            ),
            Choice(
                SeatRole.ALTERNATE,
                ROLES[SeatRole.ALTERNATE],
                _l("speaks for the delegation when the head does not"),
            ),
            Choice(SeatRole.DELEGATE, ROLES[SeatRole.DELEGATE], _l("prepares inside the delegation")),
            Choice(
                SeatRole.ADVISER,
                ROLES[SeatRole.ADVISER],
                _l("prepares inside the delegation; may not hand in"),
            ),
        ],
        required=_l("Choose a seat."),
    )


class InviteToOfficeForm(AddressedForm):
    """An invitation to an office."""

    kind = ChoiceField(_l("Office"), choices=OFFICE_CHOICES, required=_l("Choose an office."))


class AppointForm(ConcordForm):
    """An office for a person with a seat."""

    person = ListField(_l("Person"), required=_l("Choose a person."))
    kind = ChoiceField(_l("Office"), choices=OFFICE_CHOICES, required=_l("Choose an office."))

    def offer_people(self, people: Sequence[SeatedPerson]) -> None:
        """Whoever has a seat can be chosen."""
        by_name = sorted(people, key=lambda person: person.name)
        self.person.offer([Choice(person.person_id, person.name) for person in by_name])


class NewcomerForm(ConcordForm):
    """An account for an invited person."""

    name = LineField(_l("Your name"), limit=LONGEST_NAME, required=_l("Write your name."))
    locale = ListField(_l("Language"), required=_l("Choose a language."))
    time_zone = ListField(
        _l("Your time zone"),
        choices=[Choice(zone, zone.replace("_", " ")) for zone in zones()],
        required=_l("Choose your time zone."),
        hint=_l("Every deadline is also told in your own time."),
    )
    password = SecretField(
        _l("Password"),
        required=_l("Enter a password."),
        hint=_l("At least 12 characters. A sentence that only you would say is good."),
        render_kw={"autocomplete": "new-password", "minlength": 12},
    )


class ButtonForm(ConcordForm):
    """A page whose form is only its button."""
