"""The ids of findings in the document: named by their checks, so that a link to one still leads there in the next report."""

from __future__ import annotations

import re

_OTHER = re.compile(r"[^A-Za-z0-9-]")
_NUMBER = re.compile(r"\d*")  # "finding-3" is the third finding of this report


def anchor_of(check: str) -> str:
    """Return the id of a check's finding, such as `finding-checkout-autocomplete`; different checks have different ids.

    What a result calls its checks may be anything, so characters that no id of ours holds stand there as their numbers.
    """
    name = _OTHER.sub(lambda found: f"_{ord(found[0]):x}_", check)
    return f"finding-{'_' if _NUMBER.fullmatch(name) else ''}{name}"
