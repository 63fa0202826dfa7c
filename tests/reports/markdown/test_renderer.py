from pathlib import Path

import pytest
from auditor_reports.markdown.fitting import LIMIT, size
from auditor_reports.markdown.renderer import renderer

from auditor.api import Check, Effort, Kind, Result, Severity
from auditor.words.catalogue import voice_for
from tests.auditor.specimens import check, verdict, walked
from tests.reports.hostile import ADDRESSES, NASTY, TITLE, everywhere, explained
from tests.reports.markdown.reading import Comment
from tests.reports.results import audit, report, said, seen, step

BAD = check("checkout-bad", severity=Severity.CRITICAL, failure_title="Guests must make an account", fix="Let guests buy.", effort=Effort.M)
GOOD = check("trust-good")


def comment(result: Result, run: Path, *checks: Check, language: str = "en") -> Comment:
    return Comment(renderer.render(report(result, run, *checks, voice=voice_for(language, result.wording))))


def usual() -> Result:
    stopped = walked("failed", "product", "mobile", failure_code="add_error", steps=[step("home"), step("cart", "failed")])
    found = [seen("No guest option is here.", stage="checkout", url="https://shop.example/checkout?a=1&b=2", selector="form > button")]
    shown = [
        said("checkout-bad", severity="critical", message="Only registered customers can pay.", findings=found, priority=90.0),
        *(said(f"speed-{number}", "fail" if number % 2 else "warn") for number in range(9)),
        said("trust-good", "not_measurable", message="headers.json is damaged."),
    ]
    verdicts = [verdict(BAD, Kind.FAIL), verdict(GOOD)]
    return audit(verdicts, [walked(seconds=12.3, steps=[step("home")]), stopped], shown=shown)


def test_it_says_what_a_reviewer_wants_to_know(tmp_path: Path) -> None:
    shown = comment(usual(), tmp_path, BAD, GOOD)
    wanted = [
        "On a desktop shoppers get through to payment; on a phone they do not.",
        "Gate: ❌ not passed",
        "Guests must make an account (Desktop)",
        "Desktop : reached the payment step, 12.3 s",
        "Ended at Cart: The shop refused to put the product into the cart.",
        "Critical · Desktop · checkout-bad",
        "Only registered customers can pay.",
        "No guest option is here. · form > button · shop.example/checkout?a=1&b=2",
        "How to fix it: Let guests buy. Usual effort: M, up to a week.",
        "5 more warnings",
        "Not measured: 1 check, wholly or in part headers.json is damaged. – trust-good is right",
        "No order was placed.",
    ]
    assert [part for part in wanted if part not in shown.words] == []
    assert shown.links == {"https://shop.example/", "https://shop.example/checkout?a=1&b=2"}


def test_a_pipeline_finds_its_comment_again(tmp_path: Path) -> None:
    assert (renderer.name, renderer.suffix) == ("markdown", ".md")
    assert renderer.render(report(usual(), tmp_path)).startswith("<!-- auditor -->\n")


def test_scores_are_a_table_and_the_rest_is_folded(tmp_path: Path) -> None:
    shown = comment(usual(), tmp_path, BAD, GOOD)
    assert [th.get_text() for th in shown.document.find_all("th")] == ["Category", "Score", "Desktop", "Phone", "Measured"]
    assert {len(row.find_all("td")) for row in shown.document.select("tbody tr")} == {5}
    assert [len(fold.find_all("li")) for fold in shown.document.find_all("details")] == [5, 1]
    assert len(shown.document.find_all("h4")) == 5


def test_it_speaks_the_language_of_the_report(tmp_path: Path) -> None:
    assert "Kritisch · Desktop" in comment(usual(), tmp_path, BAD, language="de").words


def test_an_audit_that_saw_nothing_has_a_comment_too(tmp_path: Path) -> None:
    shown = comment(audit(journeys=[]), tmp_path)
    assert "The audit did not visit the shop." in shown.words
    assert "left out" not in shown.words
    assert "details" not in shown.elements


@pytest.mark.parametrize("text", NASTY.values(), ids=list(NASTY))
def test_a_text_stays_a_text(tmp_path: Path, text: str) -> None:
    shown = comment(everywhere(text), tmp_path, explained(text))
    tame = comment(everywhere("x"), tmp_path, explained("x"))
    spans = {"span"}  # around signs of currencies
    assert [name for name in shown.elements if name not in spans] == [name for name in tame.elements if name not in spans]
    assert shown.links == {"https://shop.example/"}
    assert list(shown.acting()) == []
    assert "1337" not in shown.source
    assert [line for line in shown.source.splitlines() if line.startswith("/")] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_link_leads_out_of_the_shop(tmp_path: Path, address: str) -> None:
    made = everywhere("x", address).model_copy(update={"site": "https://shop.example/"})
    shown = comment(made, tmp_path)
    assert [link for link in shown.links if not link.startswith("https://shop.example/")] == []
    assert set(shown.elements) <= set(comment(everywhere("x"), tmp_path).elements) | {"code"}


@pytest.mark.parametrize(
    "text", ["x", TITLE[:5000], "$" * 2000, NASTY["mentions"] * 90, "日本語" * 900, "🔴" * 1200], ids=lambda text: text[:2]
)
def test_it_is_never_longer_than_github_takes(tmp_path: Path, text: str) -> None:
    shown = [said(f"trust-{n}", "fail" if n % 2 else "warn", message=text, findings=[seen(text, selector=text)] * 3) for n in range(400)]
    shown += [said(f"speed-{n}", "not_measurable", message=text) for n in range(400)]
    journeys = [walked("failed", "home", f"{text} {n}", message=text) for n in range(30)]
    made = audit(journeys=journeys, shown=shown)
    made = made.model_copy(update={"gate": made.gate.model_copy(update={"reasons": [text] * 50})})
    source = renderer.render(report(made, tmp_path))
    assert size(source) <= LIMIT
    assert "left out here; the report has them." in source
    assert source.rstrip().endswith("</sub>")
