"""What browsers name by a selector, in words for people."""

_KINDS = {"img": "a picture", "picture": "a picture", "video": "a video", "p": "a text", "footer": "the footer", "header": "the header",
          "main": "the main part", "body": "the whole page", "iframe": "a frame of another site", "ul": "a list", "ol": "a list",
          **dict.fromkeys(("h1", "h2", "h3", "h4"), "a heading")}  # fmt: skip


def in_words(selector: str) -> str:
    """Name the last element of a selector ("main>img.hero" gives "a picture (img.hero)"), "" where there is none."""
    last = selector.rpartition(">")[2].strip()
    kind = _KINDS.get(last.partition(".")[0].partition("#")[0].partition(":")[0])
    return f"{kind} ({last})" if kind and kind.removeprefix("the ") != last else kind or (f"“{last}”" if last else "")
