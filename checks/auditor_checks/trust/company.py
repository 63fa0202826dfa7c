"""What a shop tells about the company behind it: in footers, on its pages about itself, and in its structured data."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.api import COMPANY_ADDRESSES, COMPANY_NUMBERS, Missing, PageRecord, Recording, say
from auditor_checks.linked_pages import is_unlinked, main_text

COMPANY_PAGES = ("imprint", "contact", "about", "terms", "privacy")
_PATTERNS = {
    name: [re.compile(pattern) for pattern in patterns]
    for name, patterns in tomllib.loads((files("auditor_checks.trust") / "company.toml").read_text(encoding="utf-8")).items()
}
_PATTERNS |= {"numbers": [*COMPANY_NUMBERS], "addresses": [*COMPANY_ADDRESSES]}
_PLACES = frozenset({"addresses", "streets", "boxes"})
_ORGANISATIONS = ("Organization", "LocalBusiness", "Store", "OnlineStore", "Corporation", "OnlineBusiness")


@dataclass(frozen=True)
class Company:
    """What is known: the texts that tell of the company, and what the structured data says."""

    text: str
    named: bool
    located: bool
    mailed: bool
    thin: bool = False
    """Whether little could be read: none of the pages that would tell it is linked, or contact or legal notice did not open."""

    def tells(self, what: str) -> bool:
        """Whether the texts hold one of the patterns: names, numbers, addresses, streets, boxes, emails."""
        return _holds(what, self.own_lines if what in _PLACES else self.text)

    @property
    def own_lines(self) -> str:
        """The texts without lines about authorities and services, whose addresses are not the shop's."""
        return "\n".join(line for line in self.text.split("\n") if not _holds("others", line))


@cache
def company_of(recording: Recording) -> Company:
    """Gather what the shop tells of its company; raises `Missing` where none of the pages that would tell it was recorded."""
    told = [j.site_page(name) for j in recording.journeys for name in COMPANY_PAGES if j.has_site_page(name)]
    reasons = [j.recorded.site_pages.get(name, "") for j in recording.journeys for name in COMPANY_PAGES]
    unlinked = any(reasons) and all(not reason or is_unlinked(reason) for reason in reasons)
    if not told and not unlinked:
        raise Missing(say("None of the pages on which a shop tells who it is (contact, legal notice, terms, privacy) could be recorded"))
    walked = [page for journey in recording.journeys for page in journey.pages]
    items = [item for page in (*told, *walked) for item in page.facts.structured.of_type(*_ORGANISATIONS)]
    every = (*told, *walked)
    return Company(
        text="\n".join((*(main_text(page) for page in told), *dict.fromkeys(line for page in every for line in _edges(page)))),
        named=any(item.get("legalName") for item in items),
        located=any(_has_street(item.get("address")) for item in items),
        mailed=any(item.get("email") for item in items)
        or any(c.raw_href.startswith("mailto:") for p in every for c in p.observation.controls),
        thin=not told or _unread(recording),
    )


def _unread(recording: Recording) -> bool:
    """Whether contact page or legal notice are linked and could not be read on any device."""
    reasons = {name: [j.recorded.site_pages.get(name, "") for j in recording.journeys] for name in ("contact", "imprint")}
    return any("recorded" not in said and any(reason.startswith("The ") for reason in said) for said in reasons.values())


def _edges(page: PageRecord) -> list[str]:
    """The lines of header and footer, where addresses stand as well."""
    seen = [t.text for t in page.observation.texts if t.landmark == "footer"]
    try:
        marked = page.soup.find_all(["footer", "address"])
    except Missing:  # the source was not kept: what is in sight has to do
        return seen
    return [*(line for tag in marked for line in tag.get_text("\n", strip=True).split("\n")), *seen]


def _has_street(address: object) -> bool:
    entries = address if isinstance(address, list) else [address]
    return any(isinstance(entry, dict) and entry.get("streetAddress") for entry in entries)


def _holds(what: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _PATTERNS[what])
