import pytest
from auditor_checks.selectors import selector_of

from auditor.api import Control


@pytest.mark.parametrize(
    ("control", "selector"),
    [
        (Control(1, "input", id="email", attrs={"name": "mail"}), "input#email"),
        (Control(1, "input", id="a.b", attrs={"name": "address[city]"}), 'input[name="address[city]"]'),
        (Control(1, "a", raw_href="/contact", css_class="link"), 'a[href="/contact"]'),
        (Control(1, "a", raw_href="/" + "x" * 200, css_class="link w-1/2 big"), "a.link.big"),
        (Control(1, "button"), "button"),
    ],
)
def test_the_most_telling_mark_is_taken(control: Control, selector: str) -> None:
    assert selector_of(control) == selector
