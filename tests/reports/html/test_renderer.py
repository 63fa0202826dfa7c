import base64
import hashlib
import re
from collections.abc import Callable

import pytest

from auditor.api import EffortResult, Kind, OneChange, Result, Severity, SurveyFigures, SurveyMetric, SurveyResult
from auditor.result.model import DearField, LawResult, StageEffort
from auditor.result.survey import SurveyComment
from tests.auditor.specimens import check, verdict, walked
from tests.reports.html.conftest import Written
from tests.reports.results import audit, said, seen, step

Write = Callable[..., Written]

CHECKS = [
    check("checkout-bad", severity=Severity.CRITICAL, blocker=True, legal=True, limits="Reads visible controls only."),
    check("speed-half"),
    check("trust-good"),
]
VERDICTS = [
    verdict(CHECKS[0], Kind.FAIL), verdict(CHECKS[1], Kind.WARN), verdict(CHECKS[2]),
]  # fmt: skip


MANY = [seen(selector=f"a.n{i}") for i in range(9)]


def usual() -> Result:
    """A result with something in every part of the report."""
    steps = [step("home", signals=["the address", "a shop (hard)"]), step("cart", "failed", reason="add_error", attempts=2)]
    shown = [
        said("checkout-bad", "fail", severity="critical", value=3, unit="fields", findings=[seen(), seen("Another.", selector="a.x")]),
        said("speed-half", "warn", value=3200, unit="ms", threshold="≤ 2500 ms", confidence="med"),
        said("trust-good", "pass"),
        said("trust-info", "info", value="SSL"),
        said("mobile-unknown", "not_measurable", message="The payment page was not reached on desktop: bot_wall"),
        said("privacy-broken", "error", message="The check broke (KeyError: 'x'). This says nothing about the shop."),
        said("product-none", "not_applicable", message="The product has no variants."),
    ]
    failed = walked("failed", "home", "mobile", failure_code="add_error", steps=steps, notes=["A new tab."], product="Oak chair")
    return audit(VERDICTS, [walked(steps=steps), failed], shown=shown, config={"devices": ["desktop", "mobile"], "runs": 1})


RESULTS: dict[str, Callable[[], Result]] = {
    "usual": usual,
    "nothing seen": lambda: audit(journeys=[]),
    "nothing judged": lambda: audit([verdict(check("trust-a"), Kind.NOT_MEASURABLE)], shown=[said("trust-a", "not_measurable")]),
    "all well": lambda: audit([verdict(CHECKS[2])], shown=[said("trust-good", "pass")]),
    "many devices": lambda: audit(VERDICTS, [walked(device=f"Phone {i}") for i in range(6)]),
    "odd times": lambda: audit(VERDICTS, started_at="yesterday", finished_at="", seconds=0.0, site="not an address"),
    "many problems": lambda: audit(VERDICTS, shown=[said(f"trust-{i}", findings=MANY) for i in range(30)]),
}  # fmt: skip


@pytest.fixture(params=RESULTS, ids=list(RESULTS))
def written(request: pytest.FixtureRequest, write: Write) -> Written:
    return write(RESULTS[request.param](), *CHECKS)


# -- one file, no request -------------------------------------------------------------------------------------------------------


def test_it_loads_nothing_from_anywhere(written: Written) -> None:
    document = written.document
    assert document.find_all(["link", "iframe", "object", "embed", "base", "form", "video", "audio", "source"]) == []
    for element in document.find_all(True):
        for name, value in element.attrs.items():
            assert name not in {"srcset", "action", "formaction", "ping", "background", "style"}, element
            if name == "src" or (name in {"href", "xlink:href"} and element.name != "a"):
                assert str(value).startswith(("data:image/webp;base64,", "#")), element
    assert re.findall(r"url\(|@import", written.text("style")) == []


def test_its_policy_allows_only_what_stands_in_it(written: Written) -> None:
    meta = written.document.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert meta is not None
    rules = dict(rule.strip().split(" ", 1) for rule in str(meta["content"]).split(";"))

    def hashed(name: str) -> str:
        (element,) = written.document.find_all(name, type=False)  # data is never run
        return f"'sha256-{base64.b64encode(hashlib.sha256(str(element.string).encode()).digest()).decode()}'"

    assert rules == {
        "default-src": "'none'", "img-src": "data:", "style-src": hashed("style"), "script-src": hashed("script"),
        "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    head = [element.name for element in written.document.head.find_all(True)] if written.document.head else []
    assert head.index("meta") < head.index("style")


def test_nothing_is_run_by_an_attribute(written: Written) -> None:
    handlers = [name for element in written.document.find_all(True) for name in element.attrs if name.startswith("on")]
    assert handlers == []


def test_every_link_inside_of_it_leads_somewhere(written: Written) -> None:
    ids = [element["id"] for element in written.document.find_all(id=True)]
    assert len(ids) == len(set(ids))
    targets = {str(a["href"])[1:] for a in written.document.find_all(["a", "use"], href=re.compile("^#"))}
    assert targets <= set(ids)


def test_it_is_a_document_that_can_be_read_aloud(written: Written) -> None:
    document = written.document
    assert document.html is not None
    assert document.html["lang"] == "en"
    assert len(document.find_all("h1")) == 1
    assert document.title is not None
    assert document.title.get_text().startswith("Shop audit of")
    assert [image for image in document.find_all("img") if not image.get("alt")] == []
    labels = {name for e in document.select("[aria-labelledby]") for name in str(e["aria-labelledby"]).split()}
    assert labels <= {e["id"] for e in document.find_all(id=True)}


def test_the_same_result_gives_the_same_bytes(write: Write) -> None:
    assert write(usual(), *CHECKS).source == write(usual(), *CHECKS).source


def test_no_template_language_is_left(written: Written) -> None:
    assert re.findall(r"\{\{|\}\}|\{%|%\}|Undefined|\bNaN\b", written.text("main")) == []


# -- what it says -----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def page(write: Write) -> Written:
    return write(usual(), *CHECKS)


def test_a_problem_has_all_that_mending_it_takes(page: Written) -> None:
    card = page.text(".card")
    wanted = [
        "checkout-bad is wrong", "It matters.", "Mend it.", "half a day at most", "3 fields", "The button is small.", "button.buy",
        "https://shop.example/cart", "A survey", "42% (2025)", "Reads visible controls only.", "not legal advice", "checkout-bad",
    ]  # fmt: skip
    assert [part for part in wanted if part not in card] == []


def test_what_was_not_measured_is_named_with_its_reason(page: Written) -> None:
    text = page.text("#unmeasured")
    assert "mobile-unknown" in text
    assert "A bot protection answered instead of the shop." in text
    assert "The check broke (KeyError: 'x')." in text
    assert "The product has no variants." in page.text("#not-applicable")


def test_score_cap_and_gate_stand_in_the_summary(page: Written) -> None:
    summary = page.text("#summary")
    assert "Shoppers cannot buy, or should not: checkout-bad is wrong." in summary
    assert "Not passed" in summary
    assert "checkout-bad is wrong (Desktop)" in summary


def test_a_missing_score_is_no_number(write: Write) -> None:
    page = write(RESULTS["nothing judged"]())
    assert "No score" in page.text(".dial")
    assert "Undecided" in page.text("#summary")
    assert "nothing could be judged" in page.text("#summary")


def test_effort_says_that_no_customer_was_asked(write: Write) -> None:
    effort = EffortResult(
        clicks=9,
        fields=8,
        characters=80,
        page_loads=5,
        wait_seconds=4,
        klm_seconds=65,
        klm_seconds_assisted=30,
        index=92,
    )
    page = write(audit(VERDICTS, effort={"desktop": effort}))
    assert "no customer was asked" in page.text("#effort")
    assert "92" in page.text("#effort")


def test_stages_and_dear_fields_stand_with_the_effort(write: Write) -> None:
    counts = dict.fromkeys(("clicks", "fields", "fields_considered", "characters", "choices", "page_loads", "dialogs"), 3)
    stage = StageEffort(
        stage="address", back_tracks=0, errors=0, scrolls=1, wait_seconds=1, klm_seconds=40, klm_seconds_assisted=12.5, **counts
    )
    effort = EffortResult(
        clicks=9, fields=8, characters=80, page_loads=5, wait_seconds=4, klm_seconds=65, klm_seconds_assisted=30, index=92, stages=[stage],
        dearest_fields=[DearField(stage="address", label="Street <b>", characters=22, seconds=7.79)],
    )  # fmt: skip
    text = write(audit(VERDICTS, effort={"desktop": effort})).text("#effort")
    assert "40.0\u00a0s, 12.5\u00a0s with the browser’s help".replace("\u00a0", " ") in text
    assert "Street <b> Address Desktop 22 7.8 s" in text


def test_a_survey_stands_beside_and_says_so(write: Write) -> None:
    figures = SurveyFigures(n=40, shown="score", distribution={"5": 40}, unit="%", score=100, interval=(91.24, 100))
    asked = SurveyMetric(metric="csat", title="Customer satisfaction (CSAT)", column="q<1>", scale=(1, 5), rejected={}, figures=figures)
    survey = SurveyResult(file="said.csv", rows=40, metrics=[asked], comments=[SurveyComment(stage="cart", text="<script>Fine")])
    page = write(audit(VERDICTS, survey=survey))
    text = page.text("#survey")
    assert "no part of the score" in text
    assert "100% (95% interval: 91% to 100%)" in text
    assert "Cart: <script>Fine" in text
    assert write(usual(), *CHECKS).document.select_one("#survey") is None


def test_what_one_change_mends_and_what_the_law_says(write: Write) -> None:
    laws = [LawResult(jurisdiction="eu", article="Directive 1, Article 2")]
    shown = [said("checkout-bad", laws=laws), said("speed-half", "warn"), said("trust-good", "pass")]
    change = OneChange(selector="header a.logo", checks=["checkout-bad", "speed-half"], stages=["home"], devices=["desktop"])
    page = write(audit(VERDICTS, shown=shown, one_change=[change]), *CHECKS)
    assert "header a.logo : checkout-bad is wrong ; speed-half is wrong" in page.text("#begin")
    assert "Directive 1, Article 2." in page.text(".card .legal-note")
    assert "no jurisdiction was named" in write(audit(VERDICTS, shown=[said("speed-half")]), CHECKS[1]).text("#legal")


def test_a_plugin_that_could_not_be_used_is_named(write: Write) -> None:
    text = write(audit(VERDICTS, broken_plugins=["The plugin x <y> cannot be loaded."])).text("#unmeasured")
    assert "The plugin x <y> cannot be loaded." in text
    assert "says nothing about the shop" in text


def test_the_weights_are_named(write: Write) -> None:
    assert "profile “balanced” (hash " in write(usual(), *CHECKS).text("#method")


def test_a_check_that_is_not_installed_here_is_told(write: Write) -> None:
    assert "not installed here" in write(audit(VERDICTS, shown=[said("other-plugin")])).text(".card")
