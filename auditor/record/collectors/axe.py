"""axe.json: automated accessibility findings by axe-core, WCAG 2.0 to 2.2, levels A and AA."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from auditor.record.sight import Sight

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_MOST_NODES = 12
_RUN = """async ([tags, most]) => {
  const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], preload: false, iframes: false };
  const result = await window.axe.run(document, options);
  return {
    version: result.testEngine.version, passes: result.passes.length,
    violations: result.violations.map((r) => ({
      id: r.id, impact: r.impact || "minor", help: r.help, help_url: r.helpUrl,
      nodes: r.nodes.slice(0, most).map((n) => ({
        selector: n.target.flat().join(" "), summary: (n.failureSummary || "").slice(0, 400), html: n.html.slice(0, 300),
      })),
    })),
  };
}"""


async def collect_axe(sight: Sight) -> Any:
    """Run axe-core in the page; it is evaluated, not added as a script tag, so a Content-Security-Policy allows it."""
    page = sight.tab.page
    await page.evaluate((files("auditor") / "page_scripts" / "axe.min.js").read_text(encoding="utf-8"))
    return await page.evaluate(_RUN, [_TAGS, _MOST_NODES])
