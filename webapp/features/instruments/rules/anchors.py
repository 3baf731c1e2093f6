"""The words concerned: where the words that a comment is about stand in a provision.

Looked for in the text without markup: outside brackets, or inside one alternative, never across the edge of a
bracket, since what is marked there could not be shown. Names in brackets are not searched.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from .notation import Alternative, Bracket, Run, Tree, Words, parse
from .tokens import tokenise, without_ignorables


@dataclass(frozen=True)
class Span:
    """Characters of a provision's stored text, from `start` up to `end`, counted in code points from 0."""

    start: int
    end: int


@dataclass(frozen=True)
class _Character:
    text: str
    start: int
    end: int


def find_words(text: str, words: str, delegation_codes: Collection[str]) -> tuple[Span, ...]:
    """Every place of the stored text where the words stand, in reading order.

    Blanks count as one, NFC is taken of both, direction marks are passed over. Places where the words are whole
    go before places inside longer words, which are given only where there is no other. Raises NotationFault.
    """
    sought = "".join(one.text for one in _folded(_characters_of(words))).strip()
    if not sought:
        return ()
    whole: list[Span] = []
    inside: list[Span] = []
    for stretch in _stretches(text, parse(text, delegation_codes)):
        edges = _word_edges(stretch)
        for start, end in _places("".join(one.text for one in stretch), sought):
            span = Span(stretch[start].start, stretch[end - 1].end)
            (whole if start in edges and end in edges else inside).append(span)
    return tuple(whole or inside)


def mark(text: str, spans: Sequence[Span], delegation_codes: Collection[str]) -> Tree:
    """The parsed text with its runs cut at the ends of the spans, each knowing which spans cover it."""
    tree = parse(text, delegation_codes)
    if not spans:
        return tree
    return Tree(tuple(_marked_part(text, part, spans) for part in tree.parts))


def _marked_part(text: str, part: Words | Bracket, spans: Sequence[Span]) -> Words | Bracket:
    if isinstance(part, Words):
        return _marked_words(text, part, spans)
    return Bracket(tuple(_marked_alternative(text, one, spans) for one in part.alternatives))


def _marked_alternative(text: str, one: Alternative, spans: Sequence[Span]) -> Alternative:
    return replace(one, words=_marked_words(text, one.words, spans))


def _marked_words(text: str, words: Words, spans: Sequence[Span]) -> Words:
    runs: list[Run] = []
    for run in words.runs:
        covered = ((one, _covering(one, spans)) for one in _characters(text, run))
        for marks, group in groupby(covered, key=lambda pair: pair[1]):
            characters = [one for one, _ in group]
            characters_text = "".join(one.text for one in characters)
            runs.append(Run(characters_text, run.emphasis, marks, start=characters[0].start))
    return Words(tuple(runs))


def _covering(one: _Character, spans: Sequence[Span]) -> tuple[int, ...]:
    return tuple(
        number for number, span in enumerate(spans) if span.start <= one.start and one.end <= span.end
    )


def _stretches(text: str, tree: Tree) -> Iterator[tuple[_Character, ...]]:
    for part in tree.parts:
        several = [one.words for one in part.alternatives] if isinstance(part, Bracket) else [part]
        for words in several:
            yield _folded([one for run in words.runs for one in _characters(text, run)])


def _characters(text: str, run: Run) -> Iterator[_Character]:
    """The characters of a run with their places in the stored text, where escapes and stars stand between them."""
    at = run.start
    for character in run.text:
        while text[at] == "*":
            at += 1
        width = 2 if text[at : at + 2] in ("\\[", "\\]", "\\*") else 1
        yield _Character(character, at, at + width)
        at += width


def _characters_of(words: str) -> list[_Character]:
    return [_Character(character, at, at + 1) for at, character in enumerate(words)]


def _folded(characters: Sequence[_Character]) -> tuple[_Character, ...]:
    clusters: list[_Character] = []
    for one in characters:
        if not without_ignorables(one.text):
            continue
        text = " " if one.text.isspace() else one.text
        if clusters and _continues(clusters[-1].text, text):
            last = clusters.pop()
            text, one = last.text if text == " " else last.text + text, replace(one, start=last.start)
        clusters.append(replace(one, text=text))
    return tuple(
        replace(cluster, text=character)
        for cluster in clusters
        for character in unicodedata.normalize("NFC", cluster.text)
    )


def _continues(cluster: str, character: str) -> bool:
    if character == " ":
        return cluster == " "
    return unicodedata.category(character).startswith("M")


def _word_edges(stretch: Sequence[_Character]) -> frozenset[int]:
    edges, at = [0], 0
    for token in tokenise("".join(one.text for one in stretch)):
        at += len(token)
        edges.append(at)
    return frozenset(edges)


def _places(text: str, sought: str) -> Iterator[tuple[int, int]]:
    start = text.find(sought)
    while start >= 0:
        yield start, start + len(sought)
        start = text.find(sought, start + 1)
