"""Round one: what each delegation wrote, and what it was answered."""

from __future__ import annotations

from webapp.demo.content.review.round_one import (
    carriers,
    coach_and_rail,
    coastal_relief,
    crews_mutual,
    diaspora_forum,
    displacement_institute,
    doctors_at_the_harbour,
    employers,
    home_workers,
    insurers,
    kestoria,
    marenga,
    migrant_workers,
    migration_organisation,
    missing_relatives,
    nembara,
    philippines,
    recruiters,
    regional_relief_office,
    sarn,
    seafaring_administrations,
    talvera,
    united_states,
    youth_of_marenga,
)

CONTRIBUTIONS = tuple(
    voice.CONTRIBUTION
    for voice in (
        philippines,
        united_states,
        kestoria,
        marenga,
        talvera,
        nembara,
        sarn,
        migration_organisation,
        regional_relief_office,
        seafaring_administrations,
        missing_relatives,
        migrant_workers,
        diaspora_forum,
        coastal_relief,
        home_workers,
        doctors_at_the_harbour,
        youth_of_marenga,
        displacement_institute,
        employers,
        carriers,
        insurers,
        recruiters,
        crews_mutual,
        coach_and_rail,
    )
)
