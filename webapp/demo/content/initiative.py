"""The demo's undertaking: mandate, scope, lists and rules of procedure."""

from __future__ import annotations

from webapp.base.access.actor import Constituency
from webapp.demo.content.shapes import Bearer, Initiative, Theme, When
from webapp.features.initiatives.rules import Procedure

STATE = Constituency.STATE
PRIVATE = Constituency.PRIVATE_SECTOR

BEARERS = (
    Bearer("host", "States where the crisis is", STATE),
    Bearer("origin", "States of origin", STATE),
    Bearer("transit", "Transit States", STATE),
    Bearer("organisations", "International organisations", Constituency.INTERNATIONAL_ORGANISATION),
    Bearer("civil", "Civil society organisations", Constituency.CIVIL_SOCIETY),
    Bearer("diaspora", "Diaspora organisations", Constituency.CIVIL_SOCIETY),
    Bearer("employers", "Employers", PRIVATE),
    Bearer("recruiters", "Recruiters", PRIVATE),
    Bearer("carriers", "Carriers", PRIVATE),
    Bearer("insurers", "Insurers", PRIVATE),
)

THEMES = (
    Theme("warning", "Warning and information", ("preparedness", "emergency_response")),
    Theme("papers", "Papers and identity", ("emergency_response",)),
    Theme("consular", "Consular help", ("preparedness", "emergency_response")),
    Theme("evacuation", "Evacuation and transport", ("emergency_response",)),
    Theme("wages", "Wages and belongings", ("preparedness", "emergency_response", "post_crisis")),
    Theme("families", "Families", ("preparedness", "emergency_response", "post_crisis")),
    Theme("risk", "Those most at risk", ("preparedness", "emergency_response")),
    Theme("data", "Data protection", ("preparedness", "emergency_response", "post_crisis")),
    Theme("return", "Return and reintegration", ("post_crisis",)),
    Theme("learning", "Learning afterwards", ("post_crisis",)),
)

INITIATIVE = Initiative(
    slug="mac",
    title="Migrants in Acute Crises: Voluntary Principles",
    mandate=(
        "To draft, together and on an equal footing, voluntary principles that say who does what for "
        "migrants when a war or a natural disaster strikes the country they live in: before it, "
        "while it lasts and after it. States, international organisations, civil society and "
        "companies take part. The result binds nobody in law. Each organisation is free to endorse "
        "it, and free to withdraw."
    ),
    scope=("conflict", "natural_disaster"),
    outside_scope=(
        "Epidemics, unless another crisis within the scope goes with them. Changes that come slowly, "
        "such as drought over years or a rising sea. Economic crises. Who may enter a country, stay "
        "or work there in ordinary times. The status of refugees, which has its own law. Points "
        "beyond the mandate are kept on a list that everybody can read, and can be taken up when the "
        "mandate is reviewed."
    ),
    timetable=(
        "Round one, on the zero draft, takes three weeks. Round two, on Rev.1, closes on a date set "
        "at its opening. Rev.2 follows within a month of the last disposition. Principles are put to "
        "decision one by one, as soon as they hold no bracket. The adoption of the whole text is "
        "announced three months ahead."
    ),
    time_zone="Europe/Zurich",
    procedure=Procedure(
        chairs_confirm=True,
        silence_hours=72,
        silence_move_hours=72,
        silence_moves=2,
        collect_objections=False,
    ),
    bearers=BEARERS,
    themes=THEMES,
    founded=When(-64, 9),
    accredited=When(-62, 10),
)
