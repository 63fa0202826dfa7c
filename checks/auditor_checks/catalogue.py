"""How large a shop's catalogue is, as far as one visit tells."""

from auditor.api import JourneyRecord, Missing, Stage

_LISTS = frozenset({Stage.HOME, Stage.CATEGORY, Stage.SEARCH})


def products_seen(journey: JourneyRecord) -> int:
    """Count the different products that the lists along the way showed."""
    listed = (page for page in journey.pages if page.stage in _LISTS)
    try:
        return len({card.target for page in listed for card in page.facts.cards})
    except Missing:
        return 0
