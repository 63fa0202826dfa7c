"""Where the e-mail address and phone number went that the journey typed into the checkout."""

from auditor.api import Disclosure, JourneyRecord, Message, Missing, PageRecord, Recording, Stage, say

_FILLED_IN = (Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT)
_DATA = {"e-mail address": say("the e-mail address"), "phone number": say("the phone number")}
_DATA_FIRST = {"e-mail address": say("The e-mail address"), "phone number": say("The phone number")}


def data_of(disclosure: Disclosure, *, first: bool = False) -> Message:
    """Name the data that was typed: "the e-mail address"; `first` for the beginning of a sentence."""
    return (_DATA_FIRST if first else _DATA)[disclosure.what]


def disclosures_of(recording: Recording) -> list[Disclosure]:
    """Return the requests that carried typed data; raises `Missing` where no form was filled in."""
    pages = [page for journey in recording.journeys for page in _filled_pages(journey)]
    if not pages:
        reasons = [journey.why_not(Stage.ADDRESS) for journey in recording.journeys if not journey.reached(Stage.ADDRESS)]
        raise Missing(reasons[0] if reasons else say("No form of the checkout was filled in"))
    return [disclosure for page in pages for disclosure in page.typed]


def _filled_pages(journey: JourneyRecord) -> list[PageRecord]:
    """The pages from the filled-in address form on that were recorded with what was typed there."""
    return [page for page in journey.pages if page.stage in _FILLED_IN and (page.folder / "typed.json").is_file()]
