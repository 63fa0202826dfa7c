"""Nothing of a comparison or a benchmark stays English in another language."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from auditor_reports.benchmark.page import page_of as benchmark_page
from auditor_reports.benchmark.summary import summary as benchmark_summary
from auditor_reports.benchmark.text import text as benchmark_text
from auditor_reports.compare.page import page_of as comparison_page
from auditor_reports.compare.summary import summary as comparison_summary
from auditor_reports.compare.text import text as comparison_text
from auditor_reports.several.document import document
from auditor_reports.terminal.screen import Screen
from auditor_reports.view.voice import speaking

from auditor.api import Result
from tests.reports.several.audits import CHECKS, GROUPS, PAIRS, benchmarked, compared
from tests.reports.test_languages import WRAPPED, english, own_texts, visible

WIDE = Screen(width=3000)


def own(results: Iterable[Result], run: Path) -> list[str]:
    texts = {text for result in results for text in own_texts(result, CHECKS, run)}
    texts |= {text for result in results for text in (result.site, result.site.partition("://")[2].strip("/"), result.tool.name)}
    texts |= {"storefront-auditor", "https", *(f"Nexus {n}" for n in range(4))}
    texts |= {verdict.check for result in results for verdict in result.verdicts}
    return sorted(filter(None, texts), key=len, reverse=True)


def left(parts: Iterable[str], known: Sequence[str]) -> list[tuple[list[str], str]]:
    return [(words, part) for part in parts if (words := english(part.replace("\\", "").replace("\u2060", ""), known))]


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_of_a_comparison_stays_english(name: str, tmp_path: Path) -> None:
    asked, known = compared(PAIRS[name], tmp_path, *CHECKS), own(PAIRS[name], tmp_path)
    with speaking(WRAPPED):
        page = document("auditor_reports.compare", "comparison.html.j2", comparison_page(asked), ["comparison"])
        assert left(visible(page), known) == []
        assert left(comparison_summary(asked, WIDE).splitlines(), known) == []
        assert left(comparison_text(asked).splitlines(), known) == []
    assert '<html lang="ja">' in page


@pytest.mark.parametrize("name", GROUPS)
def test_nothing_of_a_benchmark_stays_english(name: str, tmp_path: Path) -> None:
    asked, known = benchmarked(GROUPS[name], tmp_path, *CHECKS), [*own(GROUPS[name], tmp_path), "<br>"]
    with speaking(WRAPPED):
        page = document("auditor_reports.benchmark", "benchmark.html.j2", benchmark_page(asked), ["benchmark"])
        assert left(visible(page), known) == []
        assert left(benchmark_summary(asked, WIDE).splitlines(), known) == []
        assert left(benchmark_text(asked).splitlines(), known) == []
