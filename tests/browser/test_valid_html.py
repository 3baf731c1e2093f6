from __future__ import annotations

import pytest

from tests.browser.valid_html import faults_of_html

PAGE = '<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>{}</main></body></html>'
WRONG = {
    "an attribute twice": "<p class=a class=b>words</p>",
    "a tag that was never opened": "<p>words</p></div>",
    "a paragraph that a block ended": "<p>words<div>more</div></p>",
    "a link in a link": '<p><a href="/">one <a href="/">two</a></a></p>',
    "a form in a form": '<form action="/"><form action="/"></form></form>',
    "a paragraph astray in a table": "<table><tr><p>words</p><td>1</td></tr></table>",
    "tags that cross": "<p><b><i>words</b></i></p>",
    "a block in a sentence": "<p><span><section>words</section></span></p>",
    "a list with something else in it": "<ul><p>words</p></ul>",
    "a list with words of its own": "<ul>words<li>one</li></ul>",
    "a button in a link": '<a href="/"><button>words</button></a>',
    "an identifier twice": '<p id="a">one</p><p id="a">two</p>',
    "a label of nothing": '<label for="gone">words</label>',
    "a way within the page to nothing": '<a href="#gone">words</a>',
    "a description that is not there": '<input aria-describedby="gone">',
    "an element that does not exist": "<center>words</center>",
    "an attribute that does not exist": '<p align="left">words</p>',
    "style in the page": '<p style="color: red">words</p>',
    "script in the page": '<p onclick="x()">words</p>',
    "a picture without words": '<img src="/static/sign.svg">',
    "a demand that cannot fail": '<select required><option value="a">words</option></select>',
    "a second main heading": "<h1>again</h1>",
    "a legend that comes late": "<fieldset><p>words</p><legend>late</legend></fieldset>",
}
RIGHT = (
    '<p>One <a href="/x">way</a>, <ins>new <b>words</b></ins>.</p>'
    '<dl><div><dt>a</dt><dd><p>b</p></dd></div></dl><a href="/x"><div>a block</div></a>'
    '<label>Name <input name="n"></label><details><summary>More</summary><p><a href="/">way</a></p></details>'
    '<form action="/x" method="post"><fieldset><legend>Which</legend>'
    '<label for="i">x</label><input id="i"></fieldset></form>'
    '<table><caption>c</caption><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'
)


@pytest.mark.parametrize("source", WRONG.values(), ids=WRONG.keys())
def test_a_fault_is_named(source: str) -> None:
    assert faults_of_html(PAGE.format(source)) != []


def test_a_valid_page_has_no_fault() -> None:
    assert faults_of_html(PAGE.format(RIGHT)) == []


def test_a_page_without_language_doctype_or_title_is_not_valid() -> None:
    assert len(faults_of_html("<html><body><main><h1>words</h1></main></body></html>")) >= 3
