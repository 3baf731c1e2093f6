"""The delegations of the demo. Positions of real States and organisations are fictional, the others invented."""

from __future__ import annotations

from webapp.base.access.actor import Constituency, Standing
from webapp.demo.content.shapes import Delegation

STATE = Constituency.STATE
ORGANISATION = Constituency.INTERNATIONAL_ORGANISATION
CIVIL = Constituency.CIVIL_SOCIETY
PRIVATE = Constituency.PRIVATE_SECTOR

DELEGATIONS = (
    Delegation("PHL", "Philippines", STATE, tags=("origin",)),
    Delegation("USA", "United States", STATE, tags=("host",)),
    Delegation("KEST", "Kestoria", STATE, tags=("host", "transit")),
    Delegation("MARENGA", "Marenga", STATE, tags=("origin", "transit")),
    Delegation("TAL", "Federated Islands of Talvera", STATE, tags=("host", "origin")),
    Delegation("NEM", "Nembara", STATE, tags=("origin",)),
    Delegation(
        "SARN", "Confederation of the Upper Valleys and Free Towns of Sarn", STATE, tags=("transit", "host")
    ),
    Delegation("IOM", "International Organization for Migration", ORGANISATION),
    Delegation("RRO", "Regional Relief Office", ORGANISATION, tags=("regional",)),
    Delegation("CSA", "Conference of Seafaring Administrations", ORGANISATION, tags=("seafarers",)),
    Delegation("IBMR", "International Bureau for Missing Relatives", ORGANISATION, tags=("tracing",)),
    Delegation("MWUF", "Migrant Workers’ Union Federation", CIVIL, tags=("trade union",)),
    Delegation("DF", "Diaspora Forum", CIVIL, tags=("diaspora group",)),
    Delegation("CRN", "Coastal Relief Network", CIVIL, tags=("relief",)),
    Delegation("HWA", "Home and Care Workers’ Alliance", CIVIL, tags=("trade union", "migrant group")),
    Delegation("DATH", "Doctors at the Harbour", CIVIL, tags=("relief",)),
    Delegation(
        "AJME",
        "Association des jeunes de Marenga à l’étranger, section des travailleurs agricoles et saisonniers",
        CIVIL,
        tags=("diaspora group", "migrant group"),
    ),
    Delegation(
        "ISDL", "Institute for the Study of Displacement and Labour", CIVIL, Standing.OBSERVER, ("research",)
    ),
    Delegation("EL", "Employers’ League", PRIVATE, tags=("employer", "recruiter")),
    Delegation("CAP", "Carriers’ Assistance Pool", PRIVATE, tags=("carrier",)),
    Delegation("INS", "Association of Crisis Insurers", PRIVATE, Standing.OBSERVER, ("insurer",)),
    Delegation("RECA", "Recruiters’ Code Association", PRIVATE, tags=("recruiter",)),
    Delegation("SCMA", "Ships’ Crews Mutual Assurance", PRIVATE, tags=("insurer",)),
    Delegation("OCRO", "Overland Coach and Rail Operators", PRIVATE, tags=("carrier",)),
)
