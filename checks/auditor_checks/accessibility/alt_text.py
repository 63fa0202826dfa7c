"""accessibility-alt-text."""

import re

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Picture,
    Severity,
    Source,
    Stage,
    failed,
    not_applicable,
    page_check,
    passed,
    say,
    warned,
)
from auditor_checks.axe_rules import Violation, violations
from auditor_checks.picture_links import picture_name
from auditor_checks.product_page import gallery
from auditor_checks.wording import portion

_SHOWN = 6
_ALL, _MOST = 0.98, 0.9
_FILE_NAME = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif|svg)$|^(?:img|dsc|dscn|pxl|image|picture|photo|foto|bild)[-_ ]?\d{3,}\w*$|^\d{6,}\w*$|^https?:",
    re.IGNORECASE,
)


@page_check(
    id="accessibility-alt-text",
    category="accessibility",
    title="Pictures have texts for those who do not see them",
    failure_title="Pictures lack texts for those who do not see them",
    why="Blind shoppers hear the picture's text instead, search engines read it, and it stands there when the picture does not load.",
    fix='Describe what is to be seen (alt="Sand-coloured wool blanket, folded"), and leave the text of mere decoration empty (alt="").',
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT),
    devices="desktop",
    needs=("axe",),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 1.1.1 Non-text Content", "https://www.w3.org/TR/WCAG22/#non-text-content", "level A (2023)"
        ),
        Source(
            "Baymard Institute, Accessibility benchmark",
            "https://baymard.com/blog/accessibility-benchmark-launch",
            "82 % of large shops have faults with images (2021)",
        ),
    ),
    limits="Missing texts are found by axe-core, up to twelve per rule. Whether a text describes the picture is not judged.",
)
def alt_text(page: PageRecord) -> Outcome:
    """Count pictures without a text, or with a file name for one; the product's main picture weighs more."""
    pictures = [p for p in page.observation.pictures if p.kind == "img"]
    lacking = violations(page, "pictures")
    if not pictures and not lacking:
        return not_applicable(say("The page shows no pictures."))
    named = [p for p in pictures if p.alt and _FILE_NAME.search(p.alt.strip())]
    bad = len(lacking) + len(named)
    share = 1 - min(1.0, bad / max(len(pictures), bad, 1))
    findings = [
        Finding(say("No text: {element}.", element=v.called), selector=v.selector, key=f"{v.rule} {v.selector}") for v in lacking[:_SHOWN]
    ]
    findings += [
        Finding(say("The text is a file name: “{text}”.", text=p.alt or ""), box=p.box, key=f"file {p.alt}") for p in named[:_SHOWN]
    ]
    unlisted = bad - len(findings)
    main = _main(page)
    threshold = say("≥ {share:.0%}", share=_ALL)
    if main is not None and main.alt is None and any(_is_picture(violation, main) for violation in lacking):
        message = say("The main picture of the product has no text.")
        findings.insert(0, Finding(message, box=main.box, key="main"))
        return failed(message, findings=findings, unlisted=unlisted, value=round(share, 2), threshold=threshold)
    if share >= _ALL:
        message = portion(
            len(pictures) - bad,
            len(pictures),
            "picture",
            "has a text, or is marked as decoration.",
            "have a text, or are marked as decoration.",
        )
        return passed(message, value=round(share, 2), threshold=threshold)
    total = max(len(pictures), bad)
    if named:
        message = portion(bad, total, "picture", "has no text or only a file name for one.", "have no text or only a file name for one.")
    else:
        message = portion(bad, total, "picture", "has no text.", "have no text.")
    outcome = warned if share >= _MOST else failed
    return outcome(message, findings=findings, unlisted=unlisted, value=round(share, 2), threshold=threshold)


def _is_picture(violation: Violation, picture: Picture) -> bool:
    """Whether the element is, by its source, the picture."""
    return bool(picture_name(picture.src)) and picture_name(picture.src) in violation.source.casefold()


def _main(page: PageRecord) -> Picture | None:
    found = gallery(page) if page.stage is Stage.PRODUCT else None
    return found.main if found is not None else None
