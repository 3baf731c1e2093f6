"""A record in sentences: clause by clause where it stands, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from babel.numbers import format_decimal
from flask_babel import get_locale, get_translations

from webapp.features.decisions.rules import words
from webapp.features.decisions.rules.electorate import FOUR_CONSTITUENCIES
from webapp.features.decisions.rules.missing import ClauseLine, Standing, missing
from webapp.features.decisions.rules.record import Record


@dataclass(frozen=True)
class Row:
    """Where a clause stands in one group, or as a whole."""

    constituency: str | None
    group: str | None
    sentence: str
    status: str
    holds: bool
    percent: str | None
    """The share, rounded to one decimal, where it is not a whole percentage: pages say that it was rounded."""


@dataclass(frozen=True)
class ClauseWords:
    """A clause in words, with its rows; `sentence` says what it asks."""

    sentence: str
    holds: bool
    alternative: bool
    rows: tuple[Row, ...]


def clauses(record: Record) -> tuple[ClauseWords, ...]:
    """Every clause that the question needs to pass, with the positions of the record."""
    return tuple(_clause(line) for line in missing(record))


def _clause(line: ClauseLine) -> ClauseWords:
    sentence = words.explain_clause(line.clause, get_translations())
    return ClauseWords(
        sentence=sentence[:1].upper() + sentence[1:],
        holds=line.holds,
        alternative=line.alternative,
        rows=tuple(_row(line, standing) for standing in sorted(line.standings, key=_place)),
    )


def _row(line: ClauseLine, standing: Standing) -> Row:
    known = standing.group in FOUR_CONSTITUENCIES
    return Row(
        constituency=standing.group if known else None,
        group=None if known else standing.group,
        sentence=words.standing_sentence(line.clause, standing, get_translations()),
        status=words.status_sentence(line, standing, get_translations()),
        holds=standing.holds is not line.negated,
        percent=_percent(standing.figures.ratio),
    )


def _place(standing: Standing) -> int:
    """Constituencies in the order of every page; other groups keep theirs, after them."""
    known = standing.group in FOUR_CONSTITUENCIES
    return FOUR_CONSTITUENCIES.index(standing.group or "") if known else len(FOUR_CONSTITUENCIES)


def _percent(ratio: Fraction | None) -> str | None:
    if ratio is None or (ratio * 100).denominator == 1:
        return None
    tenths = floor(ratio * 1000 + Fraction(1, 2))
    return str(format_decimal(Decimal(tenths) / 10, format="0.0", locale=get_locale()))
