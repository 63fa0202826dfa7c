"""What a package says is found in its source."""

from __future__ import annotations

from pathlib import Path

from auditor.words.extraction import READERS, Phrase, phrases

SOURCE = '''
def judge(n):
    """say("not me")"""
    if n:
        return say("One thing."), several(n, "{n} page", "{n} pages")
    texts = say("Both." if n == 2 else "All {n}." if n else "None."), counted(n, "box", "boxes"), say(n), say("One " "thing.")
    return texts, several(n, *t), say(LATER, n=n), say(ELSEWHERE), passed(say("None."), value=n, unit="extra clicks" if n else "px")

LATER = "Later {n}."
'''


def test_templates_are_found_each_once(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "a.py").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "shop" / "b.py").write_text('say("One thing.")', encoding="utf-8")
    counted = {"counted": lambda arguments: [(f"{{n}} {noun}", f"{{n}} {arguments[2][0]}") for noun in arguments[1]]}
    found = phrases(tmp_path / "shop", {**READERS, **counted})
    assert sorted((p.template, p.many) for p in found) == [
        ("All {n}.", ""),
        ("Both.", ""),
        ("Later {n}.", ""),
        ("None.", ""),
        ("One thing.", ""),
        ("{n:,} extra click", "{n:,} extra clicks"),
        ("{n} box", "{n} boxes"),
        ("{n} page", "{n} pages"),
    ]
    assert Phrase("One thing.", "", "shop/a.py") in found
