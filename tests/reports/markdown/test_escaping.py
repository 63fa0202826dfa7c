import pytest
from auditor_reports.markdown.escaping import code, link, text
from auditor_reports.view.cleaning import plain, shortened
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.hostile import NASTY
from tests.reports.markdown.reading import Comment

ACTIVE = st.text(alphabet="ab1 \\`*_{}[]()<>#+-.!|~&\"':;/=^%?,@$\nwhtps", max_size=60)


@pytest.mark.parametrize("words", NASTY.values(), ids=list(NASTY))
def test_a_text_is_read_as_it_is_and_makes_nothing(words: str) -> None:
    shown = Comment(f"{text(plain(words))}\n")
    assert [name for name in shown.elements if name not in {"p", "span"}] == []
    assert list(shown.acting()) == []
    assert shown.document.get_text().replace("\u200b", "").strip() == shortened(plain(words), 400).replace("\u200b", "").strip()


@given(ACTIVE)
def test_whatever_is_written_is_read_as_it_is(words: str) -> None:
    shown = Comment(f"- {text(words)}\n")
    assert set(shown.elements) <= {"ul", "li", "span"}
    assert list(shown.acting()) == []
    assert shown.document.get_text().replace("\u200b", "").strip() == shortened(words, 400)


@given(ACTIVE)
def test_code_is_copied_as_it_is(words: str) -> None:
    shown = Comment(f"- x {code(words)}\n")
    assert set(shown.elements) <= {"ul", "li", "code"}
    assert shown.document.get_text().strip().removeprefix("x").strip() == shortened(words, 160)


@given(ACTIVE)
def test_a_cell_stays_a_cell(words: str) -> None:
    shown = Comment(f"| a | b |\n| --- | --- |\n| {text(words)} | x |\n")
    assert [td.get_text() for td in shown.document.find_all("td")][1:] == ["x"]


@pytest.mark.parametrize(
    "address",
    [
        "https://shop.example/",
        "https://shop.example/a?b=1&c=2&copy;=3#d",
        "HTTPS://shop.example/ä b/<c>?[x]=|`\\*_",
        "https://SHOP.example/%20",
    ],
)
def test_an_address_of_the_shop_is_a_link(address: str) -> None:
    shown = Comment(f"- {link(address, 'https://shop.example/')}\n")
    assert len(shown.links) == 1
    assert next(iter(shown.links)).lower().startswith("https://shop.example/")
    assert shown.elements == ["ul", "li", "a"]


def test_a_link_leads_where_the_address_says() -> None:
    address = "https://shop.example/a?b=1&c=2&copy;=3#d"
    assert Comment(link(address, "https://shop.example/")).links == {address}


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "https://shop.example.evil.example/", "https://shop.example@evil.example/", "javascript:alert(1)", "data:x",
     "https://shop.example\\@evil.example/", "https://shop.example:8443/", "http://[broken", "", "//shop.example/", "https://a/" * 400],
)  # fmt: skip
def test_any_other_address_is_no_link(address: str) -> None:
    assert Comment(f"x {link(address, 'https://shop.example/')}").links == set()
