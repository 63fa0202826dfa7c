"""What belongs to a consent banner or its settings, also while they are closed."""

import re

from auditor.api import Control, PageRecord

_NAMED = re.compile(
    r"cookie|consent|gdpr|dsgvo|rgpd|cmp|onetrust|usercentrics|didomi|privacy-?(settings|center|centre|manager)", re.IGNORECASE
)


def names_consent(markup: str) -> bool:
    """Whether an id, a class or a selector calls something consent."""
    return bool(_NAMED.search(markup))


def in_consent_layer(page: PageRecord, control: Control) -> bool:
    """Whether a control stands in the banner, or in something that markup calls consent: settings wait beside the banner."""
    observation = page.observation
    if any(o.kind == "consent" and observation.contains(o.layer.n, control.n) for o in page.facts.overlays):
        return True
    return any(names_consent(observation.kinds[n]) for n in (control.n, *observation.ancestors(control.n)))
