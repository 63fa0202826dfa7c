"""An HTML document of several audits: in the look of the report, self-contained, its own styles and script allowed by hash alone."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, PackageLoader
from markupsafe import Markup

from auditor_reports.html.branding import brand_style
from auditor_reports.html.environment import allowed, environment
from auditor_reports.view.voice import locale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import Paper
    from auditor_reports.several.frame import Frame

_HTML, _SEVERAL = "auditor_reports.html", "auditor_reports.several"
_STYLES = (
    *((_HTML, name) for name in ("palette", "base", "journey", "phone", "print")),
    *((_SEVERAL, name) for name in ("head", "bars", "several")),
)
_SCRIPTS = ("folds", "zooms", "links")


def document(package: str, template: str, page: Frame, styles: Sequence[str] = (), paper: Paper = "A4", *, on_paper: bool = False) -> str:
    """Return the document that a template of a package makes of a page; `styles` are the package's own.

    `on_paper` leaves margins and page numbers to whoever prints it.
    """
    margins = () if on_paper else ((_HTML, "paper"),)
    sheets = [*_STYLES, *((package, name) for name in styles), (_HTML, "brand"), *margins, (_HTML, "dark")]
    style = "".join(_text(owner, f"styles/{name}.css") for owner, name in sheets)
    style += brand_style(page.brand, paper, style)
    script = "".join(_text(_HTML, f"scripts/{name}.js") for name in _SCRIPTS)
    policy = (
        f"default-src 'none'; img-src data:; style-src {allowed(style)}; script-src {allowed(script)}; base-uri 'none'; form-action 'none'"
    )
    loader = ChoiceLoader([PackageLoader(owner, "templates") for owner in (package, _SEVERAL, _HTML)])
    own = {"style": Markup(style), "script": Markup(script)}  # noqa: S704 - our own files
    filled = environment().overlay(loader=loader).get_template(template)
    return f"{filled.render(page=page, language=locale().language, policy=policy, **own)}\n"


@cache
def _text(package: str, name: str) -> str:
    return (files(package) / name).read_text(encoding="utf-8")
