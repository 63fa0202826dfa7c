"""report.md: what to mend, as a list for an issue tracker."""

from __future__ import annotations

from auditor.api import Renderer, ReportInput


class WorklistRenderer:
    """Writes a heading with the score, and a line for each problem, the one to mend first at the top."""

    name = "worklist"
    suffix = ".md"

    def render(self, report: ReportInput) -> str:
        """Return the document."""
        result = report.result
        score = "no score" if result.score.total is None else f"{result.score.total} of 100"
        lines = [f"# {result.site}: {score}", ""]
        for problem in result.problems:
            check = report.checks.get(problem.check)
            title = check.failure_title if check else problem.check
            lines.append(f"- [ ] **{problem.severity}** {title} (`{problem.check}`, {problem.quadrant.replace('_', ' ')})")
        return "\n".join([*lines, ""])


renderer: Renderer = WorklistRenderer()
