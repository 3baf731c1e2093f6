import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.features.instruments.rules.notation import (
    Alternative,
    Bracket,
    NotationFault,
    Run,
    Tree,
    Words,
    has_brackets,
    parse,
    plain,
    write,
)

CODES = frozenset({"PHL", "USA", "IOM", "MWUF"})


def words(text: str, *, emphasis: bool = False) -> Words:
    return Words((Run(text, emphasis),)) if text else Words()


def brackets(text: str) -> list[Bracket]:
    return [part for part in parse(text, CODES).parts if isinstance(part, Bracket)]


def alternative(text: str) -> Alternative:
    """The only alternative of a text that is one bracket."""
    (bracket,) = parse(text, CODES).parts
    assert isinstance(bracket, Bracket)
    (only,) = bracket.alternatives
    return only


def test_alternatives_that_touch_are_one_bracket_with_who_proposed_them() -> None:
    text = "States should [ensure -- PHL, USA][seek to ensure -- IOM] access."
    assert parse(text, CODES) == Tree(
        (
            words("States should "),
            Bracket(
                (
                    Alternative(words("ensure"), names=("PHL", "USA")),
                    Alternative(words("seek to ensure"), names=("IOM",)),
                )
            ),
            words(" access."),
        )
    )


def test_a_blank_between_them_makes_two_brackets() -> None:
    assert len(brackets("[a][b]")) == 1
    assert len(brackets("[a] [b]")) == 2
    assert len(brackets("[a]\n[b]")) == 2


def test_a_text_without_brackets_has_none() -> None:
    assert not has_brackets(parse(r"States \[all\] *should*", CODES))
    assert has_brackets(parse("States [all]", CODES))
    assert parse("", CODES) == Tree()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[ensure — IOM]", Alternative(words("ensure"), names=("IOM",))),
        ("[ensure -- IOM,PHL]", Alternative(words("ensure"), names=("IOM", "PHL"))),
        ("[...]", Alternative(placeholder=True)),
        ("[... -- PHL]", Alternative(placeholder=True, names=("PHL",))),
        ("[]", Alternative()),
        ("[ -- IOM]", Alternative(names=("IOM",))),
        ("[a -- b -- IOM]", Alternative(words("a -- b"), names=("IOM",))),
        ("[*at once* -- IOM]", Alternative(words("at once", emphasis=True), names=("IOM",))),
        ("[ensure -- IOM, XYZ]", Alternative(words("ensure -- IOM, XYZ"))),
        ("[ensure -- iom]", Alternative(words("ensure -- iom"))),
        ("[ensure --IOM]", Alternative(words("ensure --IOM"))),
        ("[-- IOM]", Alternative(words("-- IOM"))),
        ("[ ... ]", Alternative(words(" ... "))),
    ],
)
def test_an_alternative_is_words_a_placeholder_or_nothing_with_names_of_delegations(
    text: str, expected: Alternative
) -> None:
    assert alternative(text) == expected


def test_names_outside_a_bracket_are_words() -> None:
    assert parse("access -- IOM", CODES) == Tree((words("access -- IOM"),))


def test_a_backslash_makes_markup_an_ordinary_character_and_is_one_before_anything_else() -> None:
    assert plain(parse(r"\[a\] 2 \* 3 C:\d \\]", CODES)) == r"[a] 2 * 3 C:\d \]"


def test_emphasis_is_a_run_of_its_own() -> None:
    tree = parse("States *shall not* wait", CODES)
    assert tree == Tree((Words((Run("States "), Run("shall not", emphasis=True), Run(" wait"))),))


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("States [ensure", "notation.unclosed_bracket", 7),
        ("[a [b] c]", "notation.nested_bracket", 3),
        ("a] b", "notation.stray_bracket", 1),
        ("[a]]", "notation.stray_bracket", 3),
        ("a *b", "notation.unclosed_emphasis", 2),
        ("*a [b] c*", "notation.unclosed_emphasis", 0),
        ("[*a] b*", "notation.unclosed_emphasis", 1),
        ("a ** b", "notation.empty_emphasis", 2),
        ("[a\\]", "notation.unclosed_bracket", 0),
        ("[*a -- IOM]", "notation.unclosed_emphasis", 1),
    ],
)
def test_what_does_not_parse_is_told_with_its_place(text: str, code: str, position: int) -> None:
    with pytest.raises(NotationFault) as fault:
        parse(text, CODES)
    assert (fault.value.code, fault.value.position) == (code, position)
    assert fault.value.facts == {"position": position, "near": text[position:]}


def test_a_reader_copies_brackets_as_characters_and_names_only_where_they_may_be_shown() -> None:
    tree = parse("States [*ensure* -- PHL][... -- IOM] it", CODES)
    assert plain(tree) == "States [ensure][...] it"
    assert plain(tree, names=True) == "States [ensure — PHL][... — IOM] it"


def test_a_backslash_directly_before_markup_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="backslash"):
        write(Tree((words("a\\"), Bracket((Alternative(),)))))
    with pytest.raises(ValueError, match="backslash"):
        write(Tree((words("a\\", emphasis=True),)))


def place_of_fault(text: str) -> int | None:
    try:
        parse(text, CODES)
    except NotationFault as fault:
        return fault.position
    return None


@given(st.text(alphabet="ab [].*\\—-,\nIOMPHL", max_size=40))
def test_what_parses_is_the_same_when_written_and_parsed_again(text: str) -> None:
    place = place_of_fault(text)
    if place is None:
        tree = parse(text, CODES)
        assert parse(write(tree), CODES) == tree
    else:
        assert text[place] in "[]*"


characters = st.text(alphabet="ab شع 字[]*\\\n", min_size=1, max_size=8).filter(
    lambda text: not text.endswith("\\")
)


@st.composite
def normal_words(draw: st.DrawFn) -> Words:
    emphasis = draw(st.booleans())
    runs = draw(st.lists(characters, min_size=1, max_size=3))
    return Words(tuple(Run(text, emphasis ^ bool(place % 2)) for place, text in enumerate(runs)))


alternatives = st.one_of(
    st.builds(
        Alternative,
        words=st.one_of(st.just(Words()), normal_words()),
        names=st.lists(st.sampled_from(sorted(CODES)), max_size=3, unique=True).map(tuple),
    ),
    st.just(Alternative(placeholder=True, names=("IOM",))),
)


@st.composite
def normal_trees(draw: st.DrawFn) -> Tree:
    bracketed = draw(st.booleans())
    parts: list[Words | Bracket] = []
    for place in range(draw(st.integers(0, 4))):
        if bracketed ^ bool(place % 2):
            parts.append(Bracket(tuple(draw(st.lists(alternatives, min_size=1, max_size=3)))))
        else:
            parts.append(draw(normal_words()))
    return Tree(tuple(parts))


@given(normal_trees())
def test_a_tree_that_is_written_parses_to_itself(tree: Tree) -> None:
    assert parse(write(tree), CODES) == tree
