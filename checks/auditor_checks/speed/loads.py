"""What checks of times say about repeated loads."""

from auditor.api import Timings, several


def lost_loads(timings: Timings) -> str:
    """Say why the loads that came do not tell: the slowest ones may be among those that did not."""
    return several(
        timings.lost,
        "{n} of the repeated loads did not come to the page, and it may have been the slowest.",
        "{n} of the repeated loads did not come to the page, and they may have been the slowest.",
    )
