"""What browsers name by a selector, in words for people."""

from auditor.api import say
from auditor_checks.wording import quoted

_KINDS = {
    **dict.fromkeys(("img", "picture"), say("a picture")),
    "video": say("a video"),
    "p": say("a text"),
    "footer": say("the footer"),
    "header": say("the header"),
    "main": say("the main part"),
    "body": say("the whole page"),
    "iframe": say("a frame of another site"),
    **dict.fromkeys(("ul", "ol"), say("a list")),
    **dict.fromkeys(("h1", "h2", "h3", "h4"), say("a heading")),
}


def in_words(selector: str) -> str:
    """Name the last element of a selector ("main>img.hero" gives "a picture (img.hero)"), "" where there is none."""
    last = selector.rpartition(">")[2].strip()
    kind = _KINDS.get(last.partition(".")[0].partition("#")[0].partition(":")[0])
    if kind is None:
        return quoted(last) if last else ""
    return kind if kind.removeprefix("the ") == last else say("{kind} ({selector})", kind=kind, selector=last)
