"""Why an address could not be opened, in words; what is no known error stays as the browser says it."""

from __future__ import annotations

from auditor.browser.tab import Landing
from auditor.words.message import say

_REASONS = {
    "ERR_CONNECTION_REFUSED": say("nothing answers at this address (connection refused)"),
    "ERR_NAME_NOT_RESOLVED": say("the host name is not known"),
    "ERR_CONNECTION_TIMED_OUT": say("the server did not answer in time"),
    "ERR_CERT": say("the browser refuses its TLS certificate"),
    "ERR_SSL": say("a secure connection could not be made"),
    "ERR_TOO_MANY_REDIRECTS": say("it redirects in a circle"),
    "ERR_EMPTY_RESPONSE": say("the server closed the connection without an answer"),
    "ERR_UNSAFE_PORT": say("browsers refuse this port"),
    "ERR_INTERNET_DISCONNECTED": say("this machine has no connection"),
    "ERR_INVALID_ARGUMENT": say("this is not an address a browser can open"),
    "Download is starting": say("it answers with a file to download, not with a page"),
}


def why_unopened(landing: Landing) -> str:
    """Return why a navigation failed, as the end of a sentence without its full stop."""
    if landing.waited:
        return say("no answer within {seconds:g} seconds", seconds=landing.waited)
    words = next((words for code, words in _REASONS.items() if code in landing.error), None)
    return words or landing.error.removeprefix("Page.goto: ")
