"""The people of the States. All are invented."""

from __future__ import annotations

from webapp.demo.content.people.places import ADVISER, ALTERNATE, CO_CHAIR, DELEGATE, HEAD
from webapp.demo.content.shapes import Person

PEOPLE = (
    Person(
        "reyes", "Tala Reyes", "tala.reyes@philippines.example", "Asia/Manila", "en", "PHL", HEAD, CO_CHAIR
    ),
    Person(
        "salonga",
        "Rodrigo Salonga",
        "rodrigo.salonga@philippines.example",
        "Asia/Manila",
        "en",
        "PHL",
        ALTERNATE,
        focal_point=True,
    ),
    Person(
        "villanueva",
        "Corazon Villanueva-Tan",
        "corazon.villanueva@philippines.example",
        "Asia/Manila",
        "en",
        "PHL",
        DELEGATE,
    ),
    Person(
        "thibodeaux",
        "Marcus Thibodeaux",
        "marcus.thibodeaux@usa.example",
        "America/New_York",
        "en",
        "USA",
        HEAD,
        focal_point=True,
    ),
    Person(
        "whitfield",
        "Denise Whitfield-Yazzie",
        "denise.whitfield@usa.example",
        "America/New_York",
        "en",
        "USA",
        ALTERNATE,
        CO_CHAIR,
    ),
    Person(
        "okonjo",
        "Theodora Okonjo-Pruitt",
        "theodora.okonjo@usa.example",
        "America/Chicago",
        "en",
        "USA",
        DELEGATE,
    ),
    Person(
        "marchetti", "Dana Marchetti", "dana.marchetti@usa.example", "America/New_York", "en", "USA", ADVISER
    ),
    Person(
        "dorescu",
        "Ilvana Dorescu",
        "ilvana.dorescu@kestoria.example",
        "Europe/Bucharest",
        "en",
        "KEST",
        HEAD,
        focal_point=True,
    ),
    Person(
        "hrdina", "Tomáš Hrdina", "tomas.hrdina@kestoria.example", "Europe/Bucharest", "en", "KEST", DELEGATE
    ),
    Person(
        "vasile",
        "Radomir Vasile",
        "radomir.vasile@kestoria.example",
        "Europe/Bucharest",
        "en",
        "KEST",
        ALTERNATE,
    ),
    Person(
        "haddad", "سلمى الحدّاد", "salma.alhaddad@marenga.example", "Africa/Algiers", "ar", "MARENGA", HEAD
    ),
    Person(
        "benali",
        "Idriss Ouattara-Benali",
        "idriss.benali@marenga.example",
        "Africa/Algiers",
        "fr",
        "MARENGA",
        ALTERNATE,
    ),
    Person(
        "toure", "Aminata Touré", "aminata.toure@marenga.example", "Africa/Algiers", "fr", "MARENGA", DELEGATE
    ),
    Person(
        "rahmani",
        "Seraphine Rahmani-Clarke",
        "seraphine.rahmani@talvera.example",
        "Pacific/Fiji",
        "en",
        "TAL",
        HEAD,
        focal_point=True,
    ),
    Person(
        "tuilagi", "Ioane Tuilagi", "ioane.tuilagi@talvera.example", "Pacific/Fiji", "en", "TAL", ALTERNATE
    ),
    Person("brandt", "Hedda Brandt", "hedda.brandt@talvera.example", "Pacific/Fiji", "en", "TAL", ADVISER),
    Person(
        "gurung",
        "Bishnu Maya Gurung",
        "bishnu.gurung@nembara.example",
        "Asia/Kathmandu",
        "en",
        "NEM",
        HEAD,
        focal_point=True,
    ),
    Person(
        "rai", "Prakash Rai-Okello", "prakash.rai@nembara.example", "Asia/Kathmandu", "en", "NEM", ALTERNATE
    ),
    Person(
        "zellweger",
        "Ottokar von Zellweger-Mărginean",
        "ottokar.zellweger@sarn.example",
        "Europe/Vienna",
        "en",
        "SARN",
        HEAD,
        focal_point=True,
    ),
    Person("kovacs", "Ildikó Kovács", "ildiko.kovacs@sarn.example", "Europe/Vienna", "en", "SARN", ALTERNATE),
)
