"""What messages say of the three legal pages: whole phrases, since other languages bend each name in its own way."""

from auditor.api import Message, say, several

TITLES = {"terms": say("the terms"), "privacy": say("the privacy policy"), "imprint": say("the legal notice (Impressum)")}
_UNLINKED = {
    "terms": say("No link to the terms"),
    "privacy": say("No link to the privacy policy"),
    "imprint": say("No link to the legal notice (Impressum)"),
}
TOLD_ON = {
    "terms": say("the terms have a part about it"),
    "privacy": say("the privacy policy has a part about it"),
    "imprint": say("the legal notice (Impressum) has a part about it"),
}
PAGE_OF = {
    "terms": say("The page of the terms"),
    "privacy": say("The page of the privacy policy"),
    "imprint": say("The page of the legal notice (Impressum)"),
}
_LATE = {
    "terms": say("The terms are linked in the checkout only."),
    "privacy": say("The privacy policy is linked in the checkout only."),
    "imprint": say("The legal notice (Impressum) is linked in the checkout only."),
}
_LATE_BUT_FOR_BANNER = {
    "terms": say("The terms are linked on the cookie banner and in the checkout only."),
    "privacy": say("The privacy policy is linked on the cookie banner and in the checkout only."),
    "imprint": say("The legal notice (Impressum) is linked on the cookie banner and in the checkout only."),
}


def late_only(concept: str, *, banner: bool) -> Message:
    """Say that a page is linked in the checkout only, or on the cookie banner besides."""
    return (_LATE_BUT_FOR_BANNER if banner else _LATE)[concept]


def unlinked(concept: str, pages: str, elsewhere: Message | None, *, banner: bool) -> Message:
    """Say on which pages a link is missing, and which other legal page tells of the matter."""
    where = (
        say("{no_link} on {pages}, apart from the cookie banner", no_link=_UNLINKED[concept], pages=pages)
        if banner
        else say("{no_link} on {pages}", no_link=_UNLINKED[concept], pages=pages)
    )
    return say("{no_link_on_pages}; {elsewhere}.", no_link_on_pages=where, elsewhere=elsewhere) if elsewhere else where + "."


def lack(lacking: int, wanted: int) -> Message:
    """Say how many of the legal pages are missing."""
    if lacking == wanted:
        return say("The legal pages are missing or nearly empty.")
    return several(
        lacking,
        "{n} of {wanted} legal pages is missing or nearly empty.",
        "{n} of {wanted} legal pages are missing or nearly empty.",
        wanted=wanted,
    )
