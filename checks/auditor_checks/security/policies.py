"""Content-Security-Policies of a page: from its headers and its own markup, directive by directive."""

from collections.abc import Iterator, Mapping

from auditor.api import PageRecord

Policy = Mapping[str, tuple[str, ...]]


def policies_of(page: PageRecord, *, markup: bool = True) -> list[Policy]:
    """Return the policies in force; all of them hold at once. `markup`: those in meta elements count too."""
    written = [page.headers.get("content-security-policy", "")]
    if markup:
        tags = page.soup.select("meta[http-equiv][content]")
        written += [str(t["content"]) for t in tags if str(t["http-equiv"]).lower() == "content-security-policy"]
    return [_directives(policy) for text in written for policy in text.replace("\n", ",").split(",") if policy.strip()]


def script_sources(policy: Policy) -> tuple[str, ...] | None:
    """Return what a policy lets scripts come from, None if it does not limit scripts."""
    return next((policy[name] for name in ("script-src-elem", "script-src", "default-src") if name in policy), None)


def _directives(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, values in _split(text):
        found.setdefault(name, values)  # the first of a name counts
    return found


def _split(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in text.split(";"):
        words = part.split()
        if words:
            yield words[0].lower(), tuple(word.lower() for word in words[1:])
