"""A person's own page: name, language, time zone, appearance."""

from __future__ import annotations

from flask import flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from webapp.base.kernel.db import db
from webapp.base.kernel.errors import CodedError
from webapp.base.web.acting import acting
from webapp.base.web.appearance import Appearance, remember_appearance
from webapp.base.web.auth import PERSON, current_actor, guarded
from webapp.base.web.fields import Choice
from webapp.base.web.language import languages, own_name, remember_language
from webapp.features.people import queries, service
from webapp.features.people.forms import ProfileForm
from webapp.features.people.models import Person
from webapp.features.people.routes.blueprint import blueprint


@blueprint.route("/me", methods=["GET", "POST"])
@guarded(PERSON)
def me() -> ResponseReturnValue:
    """Show and change what I say about myself."""
    person = queries.person(db.session(), current_actor().person_id or "")
    form = _form(person)
    if form.validate_on_submit():
        try:
            with acting(url_for("people.me")) as work:
                service.edit_profile(work, current_actor(), person.id, form.values())
        except CodedError as error:
            form.place_error(None, error)
        else:
            return _saved(form)
    return render_template("people/me.html", form=form, person=person), 422 if form.errors else 200


def _form(person: Person) -> ProfileForm:
    form = ProfileForm(obj=person)
    form.locale.offer([Choice(code, own_name(code)) for code in languages()])
    return form


def _saved(form: ProfileForm) -> ResponseReturnValue:
    """Back to the page, with the choices kept on this device too: they hold after signing out."""
    flash(_("Saved."), "ok")
    response = make_response(redirect(url_for("people.me"), code=303))
    remember_language(response, form.locale.data or "")
    remember_appearance(response, Appearance(form.appearance.data))
    return response
