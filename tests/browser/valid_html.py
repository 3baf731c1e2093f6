"""Whether a page is valid HTML: what a strict parser reports, and what the content model forbids.

html5lib names every error of the parsing algorithm (younger parsers of Python pass over doubled attributes, nested links
and words astray in a table); the algorithm has not changed since its last release. What parses can still be wrong: a block
inside a sentence, an identifier that is there twice, a reference to nothing. The tables below are those of the standard,
for the elements that our templates use; an element or attribute outside of them is a fault until it is written down here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import html5lib


def _words(several: str) -> frozenset[str]:
    return frozenset(several.split())


TEXT_LEVEL = _words(
    "a abbr b bdi bdo br button cite code data datalist del dfn em i img input ins kbd label mark meter noscript "
    "output progress q s samp script select small span strong sub sup svg template textarea time u var "
    "wbr"
)
BLOCKS = _words(
    "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr main nav ol p pre search section table ul"
)
PARTS = _words(
    "html head body title meta link dd dt li caption colgroup col thead tbody tfoot tr th td legend "
    "summary figcaption option optgroup"
)
SENTENCES = _words(
    "abbr b bdi bdo button cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd label legend mark meter output p "
    "pre progress q s samp small span strong sub sup summary time u var"
)
"""Hold words and text-level elements, never blocks."""
AS_AROUND = frozenset({"a", "ins", "del"})
"""Hold what the element around them may hold."""
ONLY = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"th", "td"},
    "select": {"option", "optgroup"},
    "datalist": {"option"},
    "optgroup": {"option"},
}
"""Hold these and no words."""
FIRST = {"summary": "details", "legend": "fieldset", "caption": "table"}
"""Must be the first of the element around them."""
ACTS = frozenset({"a", "button", "input", "label", "select", "textarea", "details"})
LABELLED = frozenset({"button", "input", "meter", "output", "progress", "select", "textarea"})

EVERYWHERE = _words("class dir hidden id inert lang role tabindex title translate spellcheck")
ATTRIBUTES = {
    "html": "data-theme",
    "a": "href hreflang rel download type",
    "button": "type name value form formaction formnovalidate disabled",
    "col": "span",
    "colgroup": "span",
    "data": "value",
    "details": "open name",
    "fieldset": "disabled name",
    "form": "action method enctype novalidate autocomplete",
    "img": "src alt width height loading",
    "input": (
        "type name value checked required autocomplete minlength maxlength min max step pattern size placeholder"
        " readonly disabled list inputmode accept multiple form autofocus autocapitalize"
    ),
    "label": "for",
    "li": "value",
    "link": "rel href type hreflang sizes media color as",
    "meta": "charset name content",
    "ol": "start reversed type",
    "optgroup": "label disabled",
    "option": "value selected disabled label",
    "output": "for name",
    "progress": "value max",
    "script": "src defer async type",
    "select": "name required multiple size autocomplete disabled",
    "td": "colspan rowspan headers",
    "textarea": "name required rows cols minlength maxlength readonly placeholder disabled autocomplete",
    "th": "scope colspan rowspan headers abbr",
    "time": "datetime",
    "del": "datetime cite",
    "ins": "datetime cite",
    "blockquote": "cite",
}
REFERENCES = (
    "for",
    "form",
    "list",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
)


@dataclass(frozen=True)
class Around:
    """What stands around an element, as far as it matters for what may stand in it."""

    name: str
    in_a_sentence: bool = False
    acts: str = ""


def faults_of_html(source: str) -> list[str]:
    """Everything that is wrong with a page's source; empty where it is valid."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(source)
    faults = [f"line {place[0]}: {code} {facts}" for place, code, facts in parser.errors]
    faults += _of_content(tree, Around(""))
    return faults + list(_of_references(tree)) + list(_of_page(tree))


def _of_content(element: Any, around: Around) -> list[str]:
    """What is wrong with an element and all that stands in it."""
    name = element.tag
    if not isinstance(name, str) or name.startswith("{"):
        return []  # a comment, or the inside of a drawing
    faults = [*_of_place(name, element, around), *_of_attributes(name, element), *_of_words(name, element)]
    inside = _inside(name, element, around)
    children = [child for child in element if isinstance(child.tag, str)]
    for position, child in enumerate(children):
        if FIRST.get(str(child.tag), name) == name and child.tag in FIRST and position:
            faults.append(f"<{child.tag}> is not the first in <{name}>")
        faults += _of_content(child, inside)
    return faults


def _inside(name: str, element: Any, around: Around) -> Around:
    sentence = around.in_a_sentence if name in AS_AROUND else name in SENTENCES
    acts = name if name in ACTS and not (name == "a" and "href" not in element.attrib) else around.acts
    return Around(name, sentence, "" if name == "details" else acts)


def _of_place(name: str, element: Any, around: Around) -> Iterator[str]:
    if name not in TEXT_LEVEL | BLOCKS | PARTS:
        yield f"<{name}> is not on the list"
    if around.name in ONLY and name not in ONLY[around.name] | {"script", "template"}:
        yield f"<{name}> stands in <{around.name}>"
    if around.in_a_sentence and name in BLOCKS and not _is_heading_of(name, around.name):
        yield f"<{name}> stands in a sentence (<{around.name}>)"
    if name in FIRST and FIRST[name] != around.name:
        yield f"<{name}> stands in <{around.name}>"
    if around.acts and name in ACTS and not (around.acts == "label" and name in LABELLED):
        hidden = element.attrib.get("type") == "hidden"
        if not hidden:
            yield f"<{name}> stands in <{around.acts}>: two acts in one"


def _is_heading_of(name: str, around: str) -> bool:
    return around in ("legend", "summary") and name in ("h1", "h2", "h3", "h4", "h5", "h6")


def _of_attributes(name: str, element: Any) -> Iterator[str]:
    known = EVERYWHERE | frozenset(ATTRIBUTES.get(name, "").split())
    for attribute in element.attrib:
        attribute = str(attribute)
        if attribute not in known and not attribute.startswith(("aria-", "data-")) and name != "svg":
            yield f"<{name}> has {attribute}"
    if name == "img" and "alt" not in element.attrib:
        yield "<img> has no alt"
    if name == "time" and "datetime" not in element.attrib:
        yield "<time> has no datetime"
    if name == "select" and "required" in element.attrib and element.find("option").attrib.get("value"):
        yield "<select> is required, and its first answer is one"
    if element.attrib.get("class") == "":
        yield f"<{name}> has an empty class"


def _of_words(name: str, element: Any) -> Iterator[str]:
    if name in ONLY:
        words = (element.text or "") + "".join(child.tail or "" for child in element)
        if words.strip():
            yield f"<{name}> holds words of its own: {words.strip()[:40]!r}"


def _of_references(tree: Any) -> Iterator[str]:
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    counted = Counter(one.attrib["id"] for one in elements if "id" in one.attrib)
    for identifier, number in counted.items():
        if number > 1:
            yield f"id {identifier!r} is there {number} times"
        if not identifier or any(letter.isspace() for letter in identifier):
            yield f"id {identifier!r} has a blank or is empty"
    by_id = {one.attrib["id"]: one for one in elements if "id" in one.attrib}
    for one in elements:
        for reference in REFERENCES:
            for wanted in one.attrib.get(reference, "").split():
                if wanted not in by_id:
                    yield f"<{one.tag} {reference}={wanted!r}> leads to nothing"
        href = one.attrib.get("href", "")
        if one.tag == "a" and href.startswith("#") and href[1:] not in by_id:
            yield f"<a href={href!r}> leads to nothing"
        wanted = one.attrib.get("for")
        if one.tag == "label" and wanted in by_id and by_id[wanted].tag not in LABELLED:
            yield f"<label for={wanted!r}> is the label of no field"


def _of_page(tree: Any) -> Iterator[str]:
    for name in ("h1", "main", "title"):
        number = sum(1 for _ in tree.iter(name))
        if number != 1:
            yield f"<{name}> is there {number} times"
    if not tree.attrib.get("lang"):
        yield "<html> has no lang"
