import pytest
from auditor_checks.known_words import is_known, unknown_words

from auditor.api import Stage
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(("language", "known"), [("", True), ("en-GB", True), ("pt-BR", True), ("de", True), ("ca", False), ("th", False)])
def test_a_language_is_known_where_there_are_words_of_it(language: str, known: bool) -> None:
    assert is_known(language) is known


@pytest.mark.parametrize(("languages", "unknown"), [(("ca", "es"), False), (("ca", "ca"), True), ((), False)])
def test_nothing_is_unknown_where_one_page_can_be_read_or_none_was_seen(shop: Shop, languages: tuple[str, ...], unknown: bool) -> None:
    walk = shop.walk()
    for stage, language in zip((Stage.HOME, Stage.PRODUCT), languages, strict=False):
        walk.page(stage, Page(f"https://shop.example/{stage.value}", lang=language))
    pages = [page for journey in shop.recording().journeys for page in journey.pages]
    assert (unknown_words(pages) is not None) is unknown
