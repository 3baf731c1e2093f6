"""Who takes part in the demo. All persons are invented; real States and organisations "
"appear only in roles they held."""

from __future__ import annotations

from webapp.base.access.actor import Constituency, OfficeKind, SeatRole, Standing
from webapp.demo.content.shapes import Delegation, Person

HEAD, ALTERNATE, DELEGATE, ADVISER = SeatRole.HEAD, SeatRole.ALTERNATE, SeatRole.DELEGATE, SeatRole.ADVISER
CO_CHAIR, SECRETARIAT = OfficeKind.CO_CHAIR, OfficeKind.SECRETARIAT

DELEGATIONS = (
    Delegation("PHL", "Philippines", Constituency.STATE, tags=("origin",)),
    Delegation("USA", "United States", Constituency.STATE, tags=("host",)),
    Delegation("KEST", "Kestoria", Constituency.STATE, tags=("host", "transit")),
    Delegation("MARENGA", "Marenga", Constituency.STATE, tags=("origin", "transit")),
    Delegation("IOM", "International Organization for Migration", Constituency.INTERNATIONAL_ORGANISATION),
    Delegation("RRO", "Regional Relief Office", Constituency.INTERNATIONAL_ORGANISATION, tags=("regional",)),
    Delegation(
        "MWUF", "Migrant Workers’ Union Federation", Constituency.CIVIL_SOCIETY, tags=("trade union",)
    ),
    Delegation("DF", "Diaspora Forum", Constituency.CIVIL_SOCIETY, tags=("diaspora group",)),
    Delegation("CRN", "Coastal Relief Network", Constituency.CIVIL_SOCIETY, tags=("relief",)),
    Delegation("EL", "Employers’ League", Constituency.PRIVATE_SECTOR, tags=("employer", "recruiter")),
    Delegation("CAP", "Carriers’ Assistance Pool", Constituency.PRIVATE_SECTOR, tags=("carrier",)),
    Delegation(
        "INS", "Association of Crisis Insurers", Constituency.PRIVATE_SECTOR, Standing.OBSERVER, ("insurer",)
    ),
)

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
        "faumuina",
        "Leilani Faumuina",
        "leilani.faumuina@iom.example",
        "Europe/Zurich",
        "en",
        office=SECRETARIAT,
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
        "okafor",
        "Ines Okafor",
        "ines.okafor@workers-union.example",
        "Asia/Manila",
        "en",
        "MWUF",
        HEAD,
        focal_point=True,
    ),
    Person(
        "lund", "Davit Lund", "davit.lund@workers-union.example", "Europe/Stockholm", "en", "MWUF", ALTERNATE
    ),
    Person(
        "pham",
        "Phạm Thu Hương",
        "huong.pham@workers-union.example",
        "Asia/Ho_Chi_Minh",
        "en",
        "MWUF",
        DELEGATE,
    ),
    Person(
        "asante",
        "Kofi Asante-Brühl",
        "kofi.asante@workers-union.example",
        "Africa/Accra",
        "en",
        "MWUF",
        ADVISER,
    ),
    Person(
        "achterberg",
        "Rosalind Achterberg-Quispe",
        "rosalind.achterberg@diaspora-forum.example",
        "America/Lima",
        "es",
        "DF",
        HEAD,
        focal_point=True,
    ),
    Person(
        "taufa",
        "Siosaia Taufa",
        "siosaia.taufa@coastal-relief.example",
        "Pacific/Tongatapu",
        "en",
        "CRN",
        HEAD,
    ),
    Person(
        "etxeberria",
        "Marisol Etxeberria",
        "marisol.etxeberria@coastal-relief.example",
        "America/Bogota",
        "es",
        "CRN",
        ALTERNATE,
        focal_point=True,
    ),
    Person(
        "orourke",
        "Gerard O’Rourke-Lindqvist",
        "gerard.orourke@employers-league.example",
        "Europe/Dublin",
        "en",
        "EL",
        HEAD,
        focal_point=True,
    ),
    Person(
        "raghunathan",
        "Ananya Raghunathan",
        "ananya.raghunathan@employers-league.example",
        "Asia/Kolkata",
        "en",
        "EL",
        ADVISER,
    ),
    Person(
        "hadjigeorgiou",
        "Stelios Hadjigeorgiou",
        "stelios.hadjigeorgiou@carriers-pool.example",
        "Europe/Athens",
        "en",
        "CAP",
        HEAD,
        focal_point=True,
    ),
    Person(
        "vasconcelos",
        "Maria Auxiliadora Esperança de Vasconcelos e Albuquerque Monteiro-Nakamura",
        "esperanca.vasconcelos@carriers-pool.example",
        "America/Sao_Paulo",
        "en",
        "CAP",
        ALTERNATE,
    ),
    Person(
        "kamau",
        "Wanjirũ Kamau-Steinfeld",
        "wanjiru.kamau@crisis-insurers.example",
        "Africa/Nairobi",
        "en",
        "INS",
        HEAD,
        focal_point=True,
    ),
    Person(
        "verhaegen",
        "Noor Verhaegen",
        "noor.verhaegen@concord.example",
        "Europe/Zurich",
        "en",
        administrator=True,
    ),
)
