"""Where things stand in a run folder.

result.json  report.html  ...                    results and reports
recording/manifest.json                          what was asked, what happened, the index of everything else
recording/<device>/<stage>/<artifact>            one file per artifact
recording/<device>/probes/<probe>.json           one file per active probe
recording/<device>/beside/<page>/<artifact>      pages that are no stage's: further forms of the checkout, the cart's page
recording/<device>/site/<page>/<artifact>        pages the shop links to (terms, delivery ...)
recording/<device>/trace.jsonl                   every attempt of the journey, a line each
recording/lighthouse/<device>/<stage>.json       what Lighthouse measured, where it was asked for
recording/lighthouse/assertions.json             what a lighthouserc demands of that
"""

from __future__ import annotations

import re

RECORDING = "recording"
MANIFEST = "manifest.json"
RESULT = "result.json"
LIGHTHOUSE = "lighthouse"
LIGHTHOUSE_ASSERTIONS = "assertions.json"
RECORDING_VERSION = "1"

_UNSAFE = re.compile(r"[^a-z0-9]+")


def folder_name(device: str) -> str:
    """Return a device's folder name: lower case letters, digits and dashes only."""
    return _UNSAFE.sub("-", device.lower()).strip("-") or "device"
