"""Numbers and quotations in messages: nouns in the right number, long texts cut at a word."""

from collections.abc import Sequence

from auditor.api import Message, say, several, together

_BOTH = 2


def counted(number: int, noun: str, plural: str = "") -> Message:
    """Write a number with its noun: "1 page", "3 pages", "2 boxes"."""
    return several(number, f"{{n}} {noun}", f"{{n}} {plural or noun + 's'}")


def portion(number: int, total: int, noun: str, verb: str = "is", verbs: str = "are", **values: str | float) -> Message:
    """Say how many of them do something: "All 3 pages are", "Both pages are", "1 of 9 pages is", "The only page is".

    Best a whole sentence: `verb` and `verbs` may go on to its end, and hold places for `values`.
    """
    if number < total:
        return several(number, f"{{n}} of {{total}} {noun}s {verb}", f"{{n}} of {{total}} {noun}s {verbs}", total=total, **values)
    if total == 1:
        return say(f"The only {noun} {verb}", **values)
    return say(f"Both {noun}s {verbs}", **values) if total == _BOTH else say(f"All {{total}} {noun}s {verbs}", total=total, **values)


def quoted(text: str) -> Message:
    """Quote what the shop wrote."""
    return say("“{text}”", text=text)


def ended(reason: str) -> str:
    """Write a reason as a sentence: with its full stop."""
    return reason if reason.endswith(".") else together(reason, ".")


def shortened(text: str, most: int = 80) -> str:
    """A quotation of a page: whole, or its beginning up to a word's end, with an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return f"{kept.rpartition(' ')[0] or kept}…"


def most_telling(lines: Sequence[str], most: int = 80) -> str:
    """Of several lines on one matter the longest that need not be shortened, else the beginning of the shortest."""
    whole = [line for line in lines if len(line) <= most]
    return max(whole, key=len) if whole else shortened(min(lines, key=len), most)
