import pytest
from auditor_checks.speed.elements import in_words


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ("main>img.hero", "a picture (img.hero)"),
        ("body>footer", "the footer"),
        ("#checkout", "“#checkout”"),
        ("div.container.mb-5", "“div.container.mb-5”"),
        ("", ""),
    ],
)
def test_elements_are_named_for_people(selector: str, words: str) -> None:
    assert in_words(selector) == words
