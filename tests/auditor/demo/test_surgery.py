from __future__ import annotations

import pytest

from auditor.demo.surgery import Edit, operate

PAGE = '<html lang="en"><head><title>Hi</title></head><body><p class="a">one</p><h1>two</h1></body></html>'


@pytest.mark.parametrize(
    ("edit", "expected", "gone"),
    [
        (Edit(".a", remove=True), "<h1>two</h1>", "one"),
        (Edit(".a", unwrap=True), "one<h1>", "<p"),
        (Edit("h1", tag="div"), "<div>two</div>", "<h1"),
        (Edit("h1", inner="<i>three</i>"), "<h1><i>three</i></h1>", "two"),
        (Edit("body", append="<b>end</b>"), "<b>end</b></body>", "nothing"),
        (Edit(".a", set={"hidden": ""}), "hidden", "nothing"),
        (Edit("html", drop=["lang"]), "<html><head>", "lang"),
    ],
)
def test_an_edit_does_what_it_says(edit: Edit, expected: str, gone: str) -> None:
    edited = operate(PAGE, [edit], "home")
    assert expected in edited
    assert gone not in edited


def test_a_page_no_edit_concerns_is_not_touched() -> None:
    assert operate(PAGE, [Edit("p", pages=["cart"], remove=True), Edit("p", not_pages=["home"])], "home") is PAGE


def test_a_selector_that_finds_nothing_changes_nothing_else() -> None:
    assert "one" in operate(PAGE, [Edit(".none", remove=True)], "home")


def test_an_element_within_a_removed_one_is_left_alone() -> None:
    assert "one" not in operate("<div><p>one</p></div>", [Edit("div, p", remove=True)], "part")


def test_structured_data_forgets_a_key_wherever_it_is() -> None:
    page = '<script type="application/ld+json">{"a": [{"phone": "1", "b": "x & y"}], "phone": "2"}</script>'
    edited = operate(page, [Edit("script", forget="phone")], "home")
    assert '{"a": [{"b": "x & y"}]}' in edited
