"""Rules and what is missing, in plain sentences, made from the data alone.

A title is what somebody called a clause; these sentences say what it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from gettext import NullTranslations
from typing import Final

from .ballot import Amount
from .electorate import NO_POSITION, Effect
from .faults import N_
from .missing import ClauseLine, Standing
from .numbers import write_amount, write_digits, write_fraction
from .rule import (
    AllOf,
    Among,
    AnyOf,
    Bound,
    Clause,
    Counted,
    Discard,
    Everyone,
    Node,
    Not,
    Relation,
    Rule,
    TheseOptions,
    WithEffects,
)

ENGLISH: Final = NullTranslations()

OPTION_LABELS: Final[Mapping[str, str]] = {
    "agree": N_("agree"),
    "agree_with_reservation": N_("agree with reservation"),
    "no_objection": N_("no objection"),
    "abstain": N_("abstain"),
    "object": N_("object"),
}
CONSTITUENCY_LABELS: Final[Mapping[str, str]] = {
    "state": N_("state"),
    "international_organisation": N_("international organisation"),
    "civil_society": N_("civil society"),
    "private_sector": N_("private sector"),
}
EFFECT_WORDS: Final[Mapping[Effect, str]] = {
    Effect.FOR: N_("for"),
    Effect.AGAINST: N_("against without blocking"),
    Effect.ABSTAIN: N_("abstaining"),
    Effect.BLOCK: N_("blocking"),
    Effect.OUT: N_("recused"),
}
_NAMED_FRACTIONS: Final[Mapping[Fraction, str]] = {
    Fraction(1, 4): N_("a quarter"),
    Fraction(1, 3): N_("a third"),
    Fraction(1, 2): N_("half"),
    Fraction(2, 3): N_("two thirds"),
    Fraction(3, 4): N_("three quarters"),
}
_RELATIONS: Final[Mapping[Relation, str]] = {
    Relation.AT_LEAST: N_("at least %(figure)s"),
    Relation.MORE_THAN: N_("more than %(figure)s"),
    Relation.AT_MOST: N_("at most %(figure)s"),
    Relation.FEWER_THAN: N_("fewer than %(figure)s"),
}


def explain(rule: Rule, t: NullTranslations = ENGLISH) -> str:
    """When the question passes, when it fails, and which positions do not count."""
    sentences = [t.gettext("It is agreed if %(condition)s.") % {"condition": _condition(rule.passes, t)}]
    if rule.fails is not None:
        sentences.append(
            t.gettext("It is refused if %(condition)s; otherwise it stays undecided.")
            % {"condition": _condition(rule.fails, t)}
        )
    sentences.extend(_discard(discard, t) for discard in rule.discards)
    return " ".join(sentences)


def explain_clause(clause: Clause, t: NullTranslations = ENGLISH) -> str:
    sentence = _share_sentence(clause, t)
    if clause.sum is not None:
        sentence = t.gettext("counted by the weight %(weight)s, %(sentence)s") % {
            "weight": _quoted(clause.sum, t),
            "sentence": sentence,
        }
    if clause.each is not None and clause.each.tags is None:
        sentence = t.gettext("in every constituency, %(sentence)s") % {"sentence": sentence}
    elif clause.each is not None and clause.each.tags is not None:
        sentence = t.gettext("in each of the groups %(groups)s, %(sentence)s") % {
            "groups": _list((_quoted(tag, t) for tag in clause.each.tags), t.gettext("and"), t),
            "sentence": sentence,
        }
    if clause.holds_when_empty and (clause.of is not None or clause.each is not None):
        sentence = t.gettext("%(sentence)s, or there is nobody to count") % {"sentence": sentence}
    return sentence


def _share_sentence(clause: Clause, t: NullTranslations) -> str:
    """How many of whom did what; “none” is a sentence of its own, since languages deny in other places."""
    nobody = _allows_nobody(clause)
    facts = {"whom": _whom(clause.among, t), "did": _did(clause.count, 2, t)}
    if not nobody:
        facts["bound"] = _bound(clause, t)
    if clause.of in (None, Everyone.ELECTORATE):
        if nobody:
            return t.gettext("none of %(whom)s %(did)s") % facts
        return t.gettext("%(bound)s of %(whom)s %(did)s") % facts
    assert clause.of is not None
    facts["of_did"] = _did(clause.of, 2, t)
    if nobody:
        return t.gettext("none of %(whom)s who %(of_did)s %(did)s") % facts
    return t.gettext("%(bound)s of %(whom)s who %(of_did)s %(did)s") % facts


def standing_sentence(clause: Clause, standing: Standing, t: NullTranslations = ENGLISH) -> str:
    """Where a clause stands: “10 of 24 are for, 13 needed”; the group is shown beside it."""
    figures = standing.figures
    facts = {"count": _amount(figures.count), "did": _did(clause.count, figures.count, t)}
    if figures.of is None or clause.of is None:
        sentence = t.gettext("%(count)s %(did)s") % facts
    elif clause.of is Everyone.ELECTORATE:
        sentence = t.gettext("%(count)s of %(of)s %(did)s") % {**facts, "of": _amount(figures.of)}
    else:
        of_did = {"of": _amount(figures.of), "of_did": _did(clause.of, 2, t)}
        sentence = t.gettext("of %(of)s who %(of_did)s, %(count)s %(did)s") % {**facts, **of_did}
    if standing.limit is None:
        return sentence
    ending = t.gettext("%(sentence)s, %(limit)s allowed")
    if clause.bound.relation in (Relation.AT_LEAST, Relation.MORE_THAN):
        ending = t.gettext("%(sentence)s, %(limit)s needed")
    return ending % {"sentence": sentence, "limit": _limit(clause, standing.limit, t)}


def status_sentence(line: ClauseLine, standing: Standing, t: NullTranslations = ENGLISH) -> str:
    """“holds”, “3 missing”, or only that it does not hold."""
    if line.negated:
        return t.gettext("holds, but must not") if standing.holds else t.gettext("does not hold, as it must")
    if standing.holds:
        return t.gettext("holds")
    if standing.more is None:
        return t.gettext("does not hold")
    members = standing.more.members
    if line.clause.bound.relation in (Relation.AT_LEAST, Relation.MORE_THAN):
        return t.ngettext("%(members)s missing", "%(members)s missing", members) % {"members": members}
    return t.ngettext(
        "holds once %(members)s more member takes %(options)s",
        "holds once %(members)s more members take %(options)s",
        members,
    ) % {"members": members, "options": _options(standing.more.options, t)}


def option_label(option: str, t: NullTranslations = ENGLISH) -> str:
    return t.gettext(OPTION_LABELS[option]) if option in OPTION_LABELS else option.replace("_", " ")


def constituency_label(constituency: str, t: NullTranslations = ENGLISH) -> str:
    known = CONSTITUENCY_LABELS.get(constituency)
    return constituency.replace("_", " ") if known is None else t.gettext(known)


def _condition(node: Node, t: NullTranslations) -> str:
    match node:
        case Clause():
            return explain_clause(node, t)
        case Not(inner):
            return t.gettext("it is not so that %(condition)s") % {"condition": _part(inner, t)}
        case AllOf(nodes):
            return t.gettext("; and ").join(_part(child, t) for child in nodes)
        case AnyOf(nodes):
            return t.gettext("; or ").join(_part(child, t) for child in nodes)


def _part(node: Node, t: NullTranslations) -> str:
    alone = isinstance(node, Clause) or (isinstance(node, AllOf | AnyOf) and len(node.nodes) == 1)
    return _condition(node, t) if alone else f"({_condition(node, t)})"


def _discard(discard: Discard, t: NullTranslations) -> str:
    facts = {"options": _options(discard.options, t)}
    if discard.without_reason:
        return t.gettext("Whoever takes %(options)s without a reason counts as having no position.") % facts
    return t.gettext("Whoever takes %(options)s counts as having no position.") % facts


def _allows_nobody(clause: Clause) -> bool:
    return clause.bound.relation is Relation.AT_MOST and clause.bound.value == 0


def _bound(clause: Clause, t: NullTranslations) -> str:
    relation, value = clause.bound.relation, clause.bound.value
    if clause.of is None:
        return t.gettext(_RELATIONS[relation]) % {"figure": clause.bound.written}
    if relation is Relation.AT_LEAST and value == 1:
        return t.gettext("all")
    return t.gettext(_RELATIONS[relation]) % {"figure": _share(clause.bound, t)}


def _share(bound: Bound, t: NullTranslations) -> str:
    if bound.value in _NAMED_FRACTIONS:
        return t.gettext(_NAMED_FRACTIONS[bound.value])
    written = str(bound.written)
    return f"{written[:-1]} %" if written.endswith("%") else write_fraction(bound.value)


def _whom(among: Among | None, t: NullTranslations) -> str:
    if among is None:
        return t.gettext("the members")
    return t.gettext("the members (%(filter)s)") % {"filter": _filter(among, t)}


def _filter(among: Among, t: NullTranslations) -> str:
    or_ = t.gettext("or")
    parts: list[str] = []
    if among.constituency is not None:
        names = _list((constituency_label(name, t) for name in among.constituency), or_, t)
        parts.append(t.gettext("constituency: %(names)s") % {"names": names})
    if among.tags is not None:
        parts.append(t.gettext("tag: %(names)s") % {"names": _list(among.tags, or_, t)})
    if among.ids is not None:
        parts.append(t.gettext("delegation: %(names)s") % {"names": _list(among.ids, or_, t)})
    if among.excluded is not None:
        parts.append(t.gettext("not those of %(filter)s") % {"filter": f"({_filter(among.excluded, t)})"})
    return "; ".join(parts) or t.gettext("everybody")


def _did(counted: Counted, number: Amount, t: NullTranslations) -> str:
    # Plural forms are chosen for whole numbers; a sum that is not whole is never singular.
    whole = int(number) if number.denominator == 1 else 2
    match counted:
        case Everyone.CAST:
            return t.ngettext("took a position", "took a position", whole)
        case Everyone.ELECTORATE:
            return t.ngettext("is in the electorate", "are in the electorate", whole)
        case TheseOptions(ids):
            return t.ngettext("took %(options)s", "took %(options)s", whole) % {"options": _options(ids, t)}
        case WithEffects(effects):
            words = {"words": _effects(effects, t)}
            return t.ngettext("is %(words)s", "are %(words)s", whole) % words


def _effects(effects: tuple[Effect, ...], t: NullTranslations) -> str:
    """“Against” alone means both effects, against and block."""
    if Effect.AGAINST in effects and Effect.BLOCK in effects:
        words = [
            t.gettext("against") if effect is Effect.AGAINST else t.gettext(EFFECT_WORDS[effect])
            for effect in effects
            if effect is not Effect.BLOCK
        ]
    else:
        words = [t.gettext(EFFECT_WORDS[effect]) for effect in effects]
    return _list(words, t.gettext("or"), t)


def _options(options: Iterable[str], t: NullTranslations) -> str:
    named = [
        t.gettext("no position") if option == NO_POSITION else _quoted(option_label(option, t), t)
        for option in options
    ]
    return _list(named, t.gettext("or"), t)


def _quoted(text: str, t: NullTranslations) -> str:
    return t.gettext("“%(text)s”") % {"text": text}


def _list(items: Iterable[str], last: str, t: NullTranslations) -> str:
    *others, final = items
    return f"{t.gettext(', ').join(others)} {last} {final}" if others else final


def _limit(clause: Clause, limit: Amount, t: NullTranslations) -> str:
    """The number; a sum has none that is enough in itself, so that the relation is said with it."""
    if clause.sum is None:
        return _amount(limit)
    return t.gettext(_RELATIONS[clause.bound.relation]) % {"figure": _amount(limit)}


def _amount(amount: Amount) -> str:
    """A bound times a weight may be no decimal; then it is shown as the fraction that it is."""
    try:
        written = write_amount(amount)
    except ValueError:
        return write_fraction(Fraction(amount))
    return written if isinstance(written, str) else write_digits(written)
