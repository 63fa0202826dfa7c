"""What the probe keyboard_and_narrow writes of one page, for tests of the checks that read it."""

from collections.abc import Mapping, Sequence
from typing import Any

URL = "https://shop.example/vase"


def page(
    stage: str = "product",
    *,
    stops: int = 20,
    unseen: Sequence[Mapping[str, str]] = (),
    needed: Mapping[str, str] | None = None,
    trap: str = "",
    sideways: int = 0,
    beyond: Sequence[str] = (),
    cut: Mapping[str, int] | None = None,
    parts: Sequence[str] = ("buy button", "name", "price"),
) -> dict[str, Any]:
    """A page where all is well unless something else is said; `needed` maps controls to how they answered the keyboard."""
    controls = {"buy button": "reached"} if needed is None else needed
    return {
        "stage": stage,
        "url": URL,
        "keyboard": {
            "needed": {name: {"n": 1, "words": "Add to cart", "tag": "div", "said": said} for name, said in controls.items()},
            "trap": trap,
            "stops": stops,
            "unseen": list(unseen),
        },
        "narrow": {
            "width": 320,
            "sideways": sideways,
            "beyond": [{"tag": "p", "words": words, "right": 400} for words in beyond],
            "exempt": 0,
            "parts": list(parts),
            "cut": [{"what": what, "words": "Add to cart", "by": by} for what, by in (cut or {}).items()],
        },
    }


def unseen(words: str, why: str = "unchanged", by: str = "") -> dict[str, str]:
    """A stop where nothing shows the focus."""
    return {"words": words, "selector": f"a.{words.lower()}", "why": why, "by": by}
