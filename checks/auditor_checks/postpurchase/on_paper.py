"""Forms to print and post: what they are called withdraws from nothing online."""

from auditor.api import PageRecord
from auditor_checks.phrases import Phrases

_WORDS = Phrases("auditor_checks.postpurchase", "policy_facts.toml")


def is_on_paper(name: str, page: PageRecord) -> bool:
    """Whether a link or button is named after a form on paper, and says nothing of doing it online too."""
    return _WORDS.mentions("on_paper", name, page) and not _WORDS.mentions("online", name, page)
