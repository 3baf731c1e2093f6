"""The people of the international organisations. All are invented."""

from __future__ import annotations

from webapp.demo.content.people.places import ADVISER, ALTERNATE, DELEGATE, HEAD, SECRETARIAT
from webapp.demo.content.shapes import Person

PEOPLE = (
    Person(
        "dlamini",
        "Nomvula Dlamini",
        "nomvula.dlamini@iom.example",
        "Europe/Zurich",
        "en",
        "IOM",
        HEAD,
        focal_point=True,
    ),
    Person("aalto", "Henrik Aalto", "henrik.aalto@iom.example", "Europe/Helsinki", "en", "IOM", ALTERNATE),
    Person(
        "weyer", "Jonas Weyer", "jonas.weyer@iom.example", "Europe/Zurich", "en", "IOM", ADVISER, SECRETARIAT
    ),
    Person(
        "eze",
        "Chidinma Eze-Laurent",
        "chidinma.eze@relief-office.example",
        "Africa/Lagos",
        "fr",
        "RRO",
        HEAD,
        focal_point=True,
    ),
    Person(
        "tshabalala",
        "Lindiwe Tshabalala-Roux",
        "lindiwe.tshabalala@relief-office.example",
        "Africa/Johannesburg",
        "en",
        "RRO",
        ALTERNATE,
    ),
    Person(
        "castellano",
        "Graziella Castellano",
        "graziella.castellano@seafaring.example",
        "Europe/London",
        "en",
        "CSA",
        HEAD,
        focal_point=True,
    ),
    Person(
        "oyelaran",
        "Babatunde Oyelaran",
        "babatunde.oyelaran@seafaring.example",
        "Europe/London",
        "en",
        "CSA",
        ALTERNATE,
    ),
    Person(
        "haugen",
        "Solveig Haugen-Abdi",
        "solveig.haugen@missing-relatives.example",
        "Europe/Zurich",
        "en",
        "IBMR",
        HEAD,
        focal_point=True,
    ),
    Person(
        "petrosyan",
        "Anahit Petrosyan",
        "anahit.petrosyan@missing-relatives.example",
        "Asia/Yerevan",
        "en",
        "IBMR",
        DELEGATE,
    ),
)
