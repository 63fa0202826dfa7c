"""Hand-made results of axe-core."""

from typing import Any


def scan(rules: dict[str, int], *, summary: str = "", html: str = "<p>pale</p>", impact: str = "serious") -> dict[str, Any]:
    """A scan in which each rule is violated by so many elements."""
    violations = [
        {
            "id": rule,
            "impact": impact,
            "help": "Must be better",
            "help_url": "",
            "nodes": [{"selector": f"#node-{n}", "summary": summary, "html": html} for n in range(number)],
        }
        for rule, number in rules.items()
    ]
    return {"version": "4.12", "violations": violations, "passes": 30}
