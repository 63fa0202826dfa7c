"""Fills the templates. Styles and script stand in the document, allowed by their hashes; nothing else is."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from auditor_reports.html import weaving
from auditor_reports.html.branding import brand_style
from auditor_reports.html.embedding import embedded, file_name
from auditor_reports.html.overriding import blaming, overridden
from auditor_reports.html.waterfall import waterfall_of
from auditor_reports.view import figures, names, roadmap
from auditor_reports.view.addresses import is_web_address
from auditor_reports.view.cleaning import shortened
from auditor_reports.view.places import places_of, where
from auditor_reports.view.readings import readings_of
from auditor_reports.view.scorecard import grade_words
from auditor_reports.view.unmeasured import subject
from auditor_reports.view.voice import locale, tell_all

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.api import Result
    from auditor_reports.html.page import Page

_STYLES = (
    *("palette", "base", "cover", "summary", "charts", "scorecard", "journey", "loading", "fields", "findings", "evidence", "roadmap"),
    *("gate", "appendix", "phone", "brand", "print", "print_parts", "dark"),
)
_SCRIPTS = ("filters", "folds", "zooms", "links", "data")
_OURS = PackageLoader("auditor_reports.html", "templates")


def document(page: Page, result: Result | None = None, *, on_paper: bool = False) -> str:
    """Return the document of a page; `result` is what stands in it as data, in the words in which it was made.

    `on_paper` leaves margins and page numbers to whoever prints it.
    """
    style, script = _style() + ("" if on_paper else _text("styles/paper.css")), _script()
    style += brand_style(page.brand, page.paper, style)
    policy = (
        f"default-src 'none'; img-src data:; style-src {allowed(style)}; script-src {allowed(script)}; base-uri 'none'; form-action 'none'"
    )
    data = embedded(result or page.result, unnamed=page.brand.hide_tool)
    own = {"style": Markup(style), "script": Markup(script), "data": data}  # noqa: S704 - our own files
    templates = page.brand.templates
    with blaming(templates, environment(templates), _OURS):
        template = environment(templates).get_template("document.html.j2")
        return f"{template.render(page=page, language=locale().language, policy=policy, **own)}\n"


@cache
def environment(templates: Path | None = None) -> Environment:
    """Return the templates' environment: everything is escaped, a missing value is an error; `templates` has some in place of ours."""
    made = Environment(
        loader=overridden(templates, _OURS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(_globals())
    made.filters.update(_filters())
    made.tests["web_address"] = is_web_address
    return made


def _globals() -> dict[str, Any]:
    return {"tell": weaving.tell, "tell_several": weaving.tell_several, "tell_all": tell_all, "link_to": weaving.link_to}


def _filters() -> dict[str, Any]:
    return {
        "number": figures.number,
        "percent": figures.percent,
        "seconds": figures.seconds,
        "duration": figures.duration,
        "day": figures.day,
        "clock": figures.clock,
        "readable": figures.readable,
        "listed": figures.listed,
        "shortened": shortened,
        "subject": subject,
        "device_title": names.device_title,
        "stage_title": names.stage_title,
        "lane_title": roadmap.lane_title,
        "lane_words": roadmap.lane_words,
        "grade_words": grade_words,
        "outcome_word": names.outcome_word,
        "severity_word": names.severity_word,
        "guard_words": names.guard_words,
        "ended_words": names.ended_words,
        "effort_words": names.effort_words,
        "confidence_words": names.confidence_words,
        "bytes": lambda size: figures.measure(size, "bytes"),
        "milliseconds": lambda moment: figures.measure(round(moment), "ms"),
        "kind_word": names.kind_word,
        "waterfall": waterfall_of,
        "file_name": file_name,
        "with_code": weaving.with_code,
        "where": lambda verdicts: where(places_of(verdicts)),
        "readings": lambda verdicts, *outcomes: readings_of(verdicts, *outcomes),
    }


def allowed(text: str) -> str:
    """Return how a content security policy allows one style sheet or script: by its hash."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _style() -> str:
    return "".join(_text(f"styles/{name}.css") for name in _STYLES)


@cache
def _script() -> str:
    return "".join(_text(f"scripts/{name}.js") for name in _SCRIPTS)


@cache
def _text(name: str) -> str:
    return (files("auditor_reports.html") / name).read_text(encoding="utf-8")
