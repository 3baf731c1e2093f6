"""The notation in which a provision is written: emphasis, brackets, alternatives and who proposed them.

    text        = { words | bracket }
    words       = { run | "*" run "*" }
    bracket     = alternative { alternative }
    alternative = "[" ( words | "..." | "" ) [ " -- " names ] "]"
    names       = code { "," code }

Alternatives that touch belong to one bracket; anything between them, a blank too, makes two. A backslash
before `[`, `]` or `*` makes it an ordinary character, and is itself one before anything else. Names are codes
of the initiative's delegations; where one of them is not, all of it is words. Source: product.md, "The text".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Final

from webapp.base.kernel.errors import Invalid

PLACEHOLDER: Final = "..."

_ESCAPED: Final = r"\\[\[\]*]"
_BRACKETS: Final = re.compile(rf"{_ESCAPED}|[\[\]]")
_EMPHASIS: Final = re.compile(rf"{_ESCAPED}|\*")
_UNESCAPE: Final = re.compile(r"\\([\[\]*])")
_MARKUP: Final = re.compile(r"[\[\]*]")
_NAMES: Final = re.compile(r" *[A-Z0-9]{2,10}(?: *, *[A-Z0-9]{2,10})* *")
_NAMES_FOLLOW: Final = (" -- ", " — ")
_NEAR: Final = 20


class NotationFault(Invalid):
    """A text that does not parse. Facts: `position` in code points from 0, and `near`, the text from there on.

    Codes: `notation.unclosed_bracket`, `notation.nested_bracket`, `notation.stray_bracket`,
    `notation.unclosed_emphasis`, `notation.empty_emphasis`.
    """

    def __init__(self, code: str, *, position: int, text: str) -> None:
        super().__init__(code, position=position, near=text[position : position + _NEAR])
        self.position = position


@dataclass(frozen=True)
class Run:
    """Characters that are shown alike. `marks` are numbers of the spans that cover it (see `anchors`)."""

    text: str
    emphasis: bool = False
    marks: tuple[int, ...] = ()
    start: int = field(default=0, compare=False, repr=False)
    """Where its first character stands in the text that was parsed."""


@dataclass(frozen=True)
class Words:
    """Words in a row, in runs of equal emphasis."""

    is_bracket: ClassVar[bool] = False
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Alternative:
    """One of the wordings in a bracket: words (perhaps none), or a placeholder for words to come."""

    words: Words = Words()
    placeholder: bool = False
    names: tuple[str, ...] = ()
    """Codes of the delegations that proposed it. Shown as the attribution setting allows."""


@dataclass(frozen=True)
class Bracket:
    """Words not agreed. One alternative alone: keep or delete."""

    is_bracket: ClassVar[bool] = True
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True)
class Tree:
    """A parsed text. In its normal form, which `parse` gives, no run is empty, runs that touch differ in
    emphasis, and no two `Words` and no two `Bracket` touch."""

    parts: tuple[Words | Bracket, ...] = ()


@dataclass(frozen=True)
class _Stretch:
    """A piece of the text outside brackets, or the inside of one alternative."""

    start: int
    end: int
    bracketed: bool


def parse(text: str, delegation_codes: Collection[str]) -> Tree:
    """Read the notation. Raises NotationFault at the first place that does not parse."""
    parts: list[Words | Bracket] = []
    alternatives: list[Alternative] = []
    for stretch in _stretches(text):
        if stretch.bracketed:
            alternatives.append(_alternative(text, stretch, delegation_codes))
        elif stretch.start < stretch.end:
            if alternatives:
                parts.append(Bracket(tuple(alternatives)))
                alternatives = []
            parts.append(_words(text, stretch.start, stretch.end))
    if alternatives:
        parts.append(Bracket(tuple(alternatives)))
    return Tree(tuple(parts))


def write(tree: Tree) -> str:
    """The text of a tree: `parse(write(tree))` is the tree again if that is in normal form.

    Raises ValueError where a backslash would stand directly before markup, which the notation cannot say.
    """
    return _join(
        piece
        for part in tree.parts
        for piece in (_written_bracket(part) if isinstance(part, Bracket) else _written_words(part))
    )


def plain(tree: Tree, *, names: bool = False) -> str:
    """The text as a reader copies it: brackets as characters, no emphasis.

    Names are left out unless asked for, because the attribution setting may hide them.
    """
    return "".join(
        "".join(f"[{_plain_alternative(one, names)}]" for one in part.alternatives)
        if isinstance(part, Bracket)
        else plain_words(part)
        for part in tree.parts
    )


def plain_words(words: Words) -> str:
    """The words without their emphasis."""
    return "".join(run.text for run in words.runs)


def has_brackets(tree: Tree) -> bool:
    """Whether a bracket is open in the text."""
    return any(isinstance(part, Bracket) for part in tree.parts)


def _stretches(text: str) -> Iterator[_Stretch]:
    opened: int | None = None
    done = 0
    for found in _BRACKETS.finditer(text):
        at = found.start()
        if found[0] == "[":
            if opened is not None:
                raise NotationFault("notation.nested_bracket", position=at, text=text)
            yield _Stretch(done, at, bracketed=False)
            opened = at
        elif found[0] == "]":
            if opened is None:
                raise NotationFault("notation.stray_bracket", position=at, text=text)
            yield _Stretch(opened + 1, at, bracketed=True)
            opened, done = None, at + 1
    if opened is not None:
        raise NotationFault("notation.unclosed_bracket", position=opened, text=text)
    yield _Stretch(done, len(text), bracketed=False)


def _alternative(text: str, inside: _Stretch, delegation_codes: Collection[str]) -> Alternative:
    end = inside.end
    names: tuple[str, ...] = ()
    cut = max(text.rfind(mark, inside.start, inside.end) for mark in _NAMES_FOLLOW)
    if cut >= 0:
        after = cut + (len(" — ") if text[cut + 1] == "—" else len(" -- "))
        names = _names(text[after : inside.end], delegation_codes)
        end = cut if names else inside.end
    if text[inside.start : end] == PLACEHOLDER:
        return Alternative(placeholder=True, names=names)
    return Alternative(_words(text, inside.start, end), names=names)


def _names(written: str, delegation_codes: Collection[str]) -> tuple[str, ...]:
    if not _NAMES.fullmatch(written):
        return ()
    codes = tuple(code.strip(" ") for code in written.split(","))
    return codes if all(code in delegation_codes for code in codes) else ()


def _words(text: str, start: int, end: int) -> Words:
    runs: list[Run] = []
    opened: int | None = None
    done = start
    for found in _EMPHASIS.finditer(text, start, end):
        if found[0] != "*":
            continue
        at = found.start()
        if opened is None:
            _add(runs, text, done, at, emphasis=False)
            opened = at
        elif opened + 1 == at:
            raise NotationFault("notation.empty_emphasis", position=opened, text=text)
        else:
            _add(runs, text, opened + 1, at, emphasis=True)
            opened = None
        done = at + 1
    if opened is not None:
        raise NotationFault("notation.unclosed_emphasis", position=opened, text=text)
    _add(runs, text, done, end, emphasis=False)
    return Words(tuple(runs))


def _add(runs: list[Run], text: str, start: int, end: int, *, emphasis: bool) -> None:
    if start == end:
        return
    characters = _UNESCAPE.sub(r"\1", text[start:end])
    if runs and runs[-1].emphasis == emphasis:
        last = runs.pop()
        characters, start = last.text + characters, last.start
    runs.append(Run(characters, emphasis, start=start))


def _written_words(words: Words) -> Iterator[str]:
    for run in words.runs:
        escaped = _MARKUP.sub(r"\\\g<0>", run.text)
        yield from ("*", escaped, "*") if run.emphasis else (escaped,)


def _written_bracket(bracket: Bracket) -> Iterator[str]:
    for one in bracket.alternatives:
        yield "["
        if one.placeholder:
            yield PLACEHOLDER
        else:
            yield from _written_words(one.words)
        if one.names:
            yield " -- " + ", ".join(one.names)
        yield "]"


def _join(pieces: Iterator[str]) -> str:
    written: list[str] = []
    for piece in pieces:
        if piece and written and written[-1].endswith("\\") and piece[0] in "[]*":
            raise ValueError("a backslash cannot stand directly before markup")
        if piece:
            written.append(piece)
    return "".join(written)


def _plain_alternative(one: Alternative, names: bool) -> str:
    words = PLACEHOLDER if one.placeholder else plain_words(one.words)
    return f"{words} — {', '.join(one.names)}" if names and one.names else words
