"""Whether the contact page tells another phone number than header and footer do, and whether either is for something of its own."""

import re
from collections.abc import Iterator

from auditor.api import PageRecord, Text, normalise
from auditor_checks.linked_pages import main_text
from auditor_checks.page_text import standing_lines
from auditor_checks.service.ways import WORDS

_CLAUSE = re.compile(r"[,:;.(–—|·•/+\d]|\s-\s")  # what ends a label before hours or the number itself
_GENERAL = ("field_phone", "field_email", "contact", "phone", "imprint")  # what says how the shop is reached, and not for what
_NAMED, _ABBREVIATED = 0.85, 3  # how clearly; letters of days and of what stands between hours
_AND = re.compile(r"\s(?:and|und|et|y|e|en|og|och|i|oraz|&|\+)\s")  # "Phone and e-mail"
_TITLE = re.compile(r"\s+[|–—·:•-]\s+|\s*[|·•]\s*|:\s+")
_LEGAL_FORM = re.compile(  # at the end of a company's name
    r"[\s,]+(?:s\.?\s?l\.?(?:\s?u\.?)?|s\.?\s?a\.?(?:\s?s\.?)?|s\.?a\.?r\.?l\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|gmbh(?:\s&\sco\.?\skg)?|ug|ag|kg|ohg|e\.?\s?k\.?|ltd\.?"
    r"|limited|inc\.?|llc|b\.?v\.?|v\.?o\.?f\.?|ab|aps|a/s|oy|sp\.?\s?z\s?o\.?\s?o\.?|lda\.?)$",
    re.IGNORECASE,
)
_NAMING = 2  # pages whose titles hold the shop's name
_MAIN = 1  # the level of the heading that names the whole page
_CLAUSES = re.compile(rf"(?:{_CLAUSE.pattern})+")
_SHORT = 60  # characters; of a longer text only the first clause may be a label
_TELLING = 8  # last digits by which a number is known, with country code or without


def holds(page: PageRecord, number: str) -> bool:
    """Whether a number stands anywhere in the content of a page, in a closed part of it as well, but not in what every page shows."""
    standing = standing_lines(page)
    told = "".join(line for line in main_text(page).split("\n") if line not in standing)
    return number[-_TELLING:] in re.sub(r"\D", "", told)


def is_for_all(page: PageRecord, node: int) -> bool:
    """Whether nothing beside or above the text or link with a number says that it is for something: orders, traders, a branch.

    Never where the words for such purposes are not known in the page's language.
    """
    return WORDS.holds("purposes", page) and not any(_says_purpose(page, text.text) for text in _labels(page, node))


def is_unlabelled(page: PageRecord, node: int) -> bool:
    """Whether what stands right before a number and above it is known, and says only how the shop is reached: "Phone", "Call us"."""
    return all(_is_general(page, text) for text in _labels(page, node, below=False))


def is_bare(page: PageRecord, node: int) -> bool:
    """Whether a number has no label but "Phone" or the like: no purpose, and no customer service either, which has a line of its own."""
    return (
        is_for_all(page, node)
        and is_unlabelled(page, node)
        and not any(WORDS.mentions("customer_service", text.text, page) for text in _labels(page, node) if len(text.text) <= _SHORT)
    )


def _is_general(page: PageRecord, text: Text) -> bool:
    if text.heading == _MAIN or len(text.text) > _SHORT or _is_shops_name(page, text.text):
        return True  # prose is no label, and the page's own name none of the number
    told = ("".join(c for c in part if c.isalpha()) for part in _CLAUSES.split(text.text))
    parts = (
        part for part, letters in zip(_CLAUSES.split(text.text), told, strict=True) if len(letters) > _ABBREVIATED or letters.isupper()
    )
    return all(_says_how(page, part) or all(_says_how(page, one) for one in _AND.split(part)) for part in parts)


def _says_how(page: PageRecord, part: str) -> bool:
    return any(page.facts.lexicon.has(concept, part, at_least=_NAMED) for concept in _GENERAL) or any(
        WORDS.names(kind, part, page) for kind in ("customer_service", "days", "hours", "writing")
    )


def _is_shops_name(page: PageRecord, text: str) -> bool:
    """Whether a label is the name of the shop itself, a company's legal form aside: what ends or begins the titles of its pages."""
    name = normalise(_LEGAL_FORM.sub("", text.strip()))
    titles = {p.url: p.observation.title for p in (page, *page.other_pages)}.values()
    return bool(name) and sum(name in {normalise(piece) for piece in _TITLE.split(title)} for title in titles) >= _NAMING


def _labels(page: PageRecord, node: int, *, below: bool = True) -> Iterator[Text]:
    """The text with the number, those right before and after it that are no links, and the heading above."""
    texts = [t for t in page.observation.texts if not t.split]
    at = next((i for i, t in enumerate(texts) if node in {t.n, t.control}), None)
    if at is None:
        return
    yield texts[at]
    here = [t for t in texts if t.landmark == texts[at].landmark and (t.control < 0 or t is texts[at])]
    place = here.index(texts[at])
    yield from here[max(place - 1, 0) : place]
    yield from (t for t in here[place + 1 : place + 2] if below and not t.heading)
    yield from [t for t in here[:place] if t.heading][-1:]


def _says_purpose(page: PageRecord, text: str) -> bool:
    clause = _CLAUSE.split(text, maxsplit=1)[0]
    if WORDS.mentions("customer_service", clause, page) and not WORDS.names("customer_service", clause, page):
        return True  # "Customer care Belgium"
    return WORDS.mentions("purposes", text if len(text) <= _SHORT else clause[:_SHORT], page)
