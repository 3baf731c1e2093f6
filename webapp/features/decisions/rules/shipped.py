"""The rules that ship, as data, each with a plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .faults import N_
from .shipped_data import (
    Choices,
    RuleData,
    agreement_in_every_constituency,
    consensus,
    consensus_of_one_constituency,
    iso_iec_enquiry,
    majority_of_the_electorate,
    qualified_majority,
    rough_consensus,
    silence,
    simple_majority,
    two_houses,
    two_thirds,
    unanimity,
)


class Need(StrEnum):
    """What a co-chair chooses for a rule before it is complete."""

    CONSTITUENCY = "constituency"
    WEIGHT = "weight"
    TAG = "tag"


@dataclass(frozen=True)
class ShippedRule:
    """`title` and `sentence` are English, marked for translation; `build` gives the rule as plain JSON."""

    key: str
    title: str
    sentence: str
    build: Callable[[Choices], RuleData]
    needs: frozenset[Need] = frozenset()


SILENCE: Final = ShippedRule(
    "silence",
    N_("Nobody breaks silence"),
    N_("It is agreed unless a member breaks silence before the deadline."),
    silence,
)

# A silence procedure has its own rule, which nobody chooses; these are for a call for positions.
SHIPPED: Final[Mapping[str, ShippedRule]] = {
    rule.key: rule
    for rule in (
        ShippedRule(
            "consensus",
            N_("Consensus"),
            N_("It is agreed if no member is against and at least half of the members took a position."),
            consensus,
        ),
        ShippedRule(
            "consensus_of_one_constituency",
            N_("Consensus of one constituency"),
            N_(
                "It is agreed if no member of the constituency is against and at least half of its members "
                "took a position; the positions of the others are shown, not counted."
            ),
            consensus_of_one_constituency,
            frozenset({Need.CONSTITUENCY}),
        ),
        ShippedRule(
            "agreement_in_every_constituency",
            N_("Agreement in every constituency"),
            N_(
                "It is agreed if more than half of the members of every constituency are for, and at least "
                "two thirds of all who are for or against are for."
            ),
            agreement_in_every_constituency,
        ),
        ShippedRule(
            "two_houses",
            N_("Two houses"),
            N_(
                "It is agreed if more than half of the states are for, and more than half of all other "
                "members are for."
            ),
            two_houses,
        ),
        ShippedRule(
            "simple_majority",
            N_("Simple majority of those present and voting"),
            N_("It is agreed if more than half of those who are for or against are for."),
            simple_majority,
        ),
        ShippedRule(
            "two_thirds",
            N_("Two thirds of those present and voting"),
            N_("It is agreed if at least two thirds of those who are for or against are for."),
            two_thirds,
        ),
        ShippedRule(
            "majority_of_the_electorate",
            N_("Majority of the electorate"),
            N_("It is agreed if more than half of all members are for."),
            majority_of_the_electorate,
        ),
        ShippedRule("unanimity", N_("Unanimity"), N_("It is agreed if every member is for."), unanimity),
        ShippedRule(
            "iso_iec_enquiry",
            N_("ISO/IEC enquiry ballot"),
            N_(
                "It is agreed if at least two thirds of the P-members who are for or against are for, and at "
                "most a quarter of all who are for or against are against; abstentions and objections "
                "without a reason are left out."
            ),
            iso_iec_enquiry,
            frozenset({Need.TAG}),
        ),
        ShippedRule(
            "rough_consensus",
            N_("Rough consensus"),
            N_(
                "It is agreed if nobody blocks and at least two thirds of those who took a position agree, "
                "with or without a reservation; having no objection is not support."
            ),
            rough_consensus,
        ),
        ShippedRule(
            "qualified_majority",
            N_("Qualified majority"),
            N_(
                "It is agreed if at least 55 % of the members are for, and either they have at least 65 % of "
                "the weight or at most three members are not for."
            ),
            qualified_majority,
            frozenset({Need.WEIGHT}),
        ),
    )
}
