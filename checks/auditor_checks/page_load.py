"""What belongs to the load of one page: its requests from its own document on."""

from collections.abc import Sequence

from auditor.api import PageRecord, Request


def own_requests(page: PageRecord) -> Sequence[Request]:
    """Return the requests from the page's own document on, without what the page before still fetched.

    Empty for a page that was drawn by script without a page load.
    """
    network = page.network
    starts = [place for place, request in enumerate(network) if request.main_document]
    return network[starts[-1] :] if starts else ()
