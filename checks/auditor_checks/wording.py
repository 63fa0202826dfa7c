"""Numbers and quotations in messages: nouns in the right number, long texts cut at a word."""

from collections.abc import Sequence

from auditor.api import say

_BOTH = 2


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number with its noun: "1 page", "3 pages", "2 boxes"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def portion(number: int, total: int, noun: str, verb: str = "is", verbs: str = "are") -> str:
    """Say how many of them do something: "All 3 pages are", "Both pages are", "1 of 9 pages is", "The only page is"."""
    if number < total:
        return say("{number} of {total} {noun}s {verb}", number=number, total=total, noun=noun, verb=verb if number == 1 else verbs)
    if total == 1:
        return say("The only {noun} {verb}", noun=noun, verb=verb)
    return f"{('Both' if total == _BOTH else say('All {total}', total=total))} {noun}s {verbs}"


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


def listed(things: Sequence[str], last: str = "and") -> str:
    """Name several things in a sentence: "a", "a and b", "a, b and c"."""
    return f" {last} ".join([", ".join(things[:-1]), things[-1]] if len(things) > 1 else things)
