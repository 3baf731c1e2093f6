"""How pages look to somebody who is not signed in: remembered on the device."""

from __future__ import annotations

from flask import make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from webapp.base.web.appearance import Appearance, reader_appearance, remember_appearance
from webapp.base.web.auth import PUBLIC, current_actor, guarded
from webapp.features.people.forms import AppearanceForm
from webapp.features.people.routes.blueprint import blueprint


@blueprint.route("/appearance", methods=["GET", "POST"])
@guarded(PUBLIC)
def appearance() -> ResponseReturnValue:
    """Choose for this device. Whoever is signed in has the choice on the own page."""
    if current_actor().person_id is not None:
        return redirect(url_for("people.me"), code=303)
    form = AppearanceForm(data={"appearance": reader_appearance()})
    if form.validate_on_submit():
        response = make_response(redirect(url_for("people.appearance"), code=303))
        remember_appearance(response, Appearance(form.appearance.data))
        return response
    return render_template("people/appearance.html", form=form), 422 if form.errors else 200
