"""Whether a shop has customer accounts, in which more may be done than can be seen."""

import re
from collections.abc import Collection

from auditor.api import PageRecord
from auditor_checks.service.ways import WORDS

_ADDRESS = re.compile(
    r"/[\w-]*(account|login|log-in|sign-?in|konto|compte|connexion|cuenta|cliente|conta|customer|profile?|mypage)\b", re.IGNORECASE
)


def account_of(pages: Collection[PageRecord]) -> str:
    """What the way into the accounts is called, else its address, "" if no page shows one."""
    for page in pages:
        for control in page.observation.controls:
            if not control.is_button:
                continue
            named = next((word for word in control.words if WORDS.mentions("account", word, page)), "")
            if named or _ADDRESS.search(control.raw_href):
                return named or control.raw_href
    return ""
