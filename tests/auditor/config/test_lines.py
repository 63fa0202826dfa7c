import pytest

from auditor.config.lines import line_of, lines_of

TEXT = """# devices = 1
devices = ["mobile"]
gate.min_score = 80
notes = '''
runs = 5
[journey]
'''
runs = 3

[journey]
"search" = "shirt"
[journey.stages.cart]  # the cart
url = "/cart"
[[gate.waivers]]
check = "one"
[[gate.waivers]]
check = "two"
[gate.budgets]
home = { lcp_ms = 2500 }
"""


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("devices", 2),
        ("gate.min_score", 3),
        ("runs", 8),
        ("journey.search", 11),
        ("journey.stages.cart.url", 13),
        ("gate.waivers", 14),
        ("gate.budgets", 18),
        ("gate.budgets.home.lcp_ms", 19),
        ("locale", None),
    ],
)
def test_a_setting_has_its_line(setting: str, line: int | None) -> None:
    assert line_of(lines_of(TEXT), setting) == line


def test_only_what_stands_below_the_root_counts() -> None:
    text = """[tool.other]
runs = 1
[tool.auditor]
runs = 2
[tool.auditor.gate]
min_score = 80"""
    lines = lines_of(text, "tool.auditor")
    assert (line_of(lines, "runs"), line_of(lines, "gate.min_score"), line_of(lines, "gate")) == (4, 6, 5)
