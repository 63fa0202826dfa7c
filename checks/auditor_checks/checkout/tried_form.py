"""What the probe of the address form found out, for the checks that judge it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.api import Finding, JourneyRecord, say
from auditor_checks.checkout.steps import CALLED

PROBE = "form_trial"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the shop said about one mistake."""

    kind: str
    label: str
    wrong: str
    said: str


_CALLED = {"email": say("E-mail"), "postcode": say("Postcode"), "phone": say("Phone number")}
# What the probe calls its mistakes and what it saw; all else in its texts are words of the shop.
_PROBES = (
    say("no @"),
    say("nothing after the @"),
    say("a space"),
    say("two digits only"),
    say("a space at the end"),
    say("small letters"),
    say("no space"),
    say("small letters and no space"),
    say("no space or hyphen"),
    say("country code and spaces"),
    say("brackets and hyphens"),
    say("Only digits can be typed."),
    say("The field is marked as wrong."),
)
_OWN = {str(own): own for own in (*_PROBES, *CALLED.values())}


def translatable(found: Any) -> Any:
    """What the probe found, with its own words as texts that can be said in other languages."""
    if isinstance(found, Mapping):
        return {name: translatable(value) for name, value in found.items()}
    if isinstance(found, list):
        return [translatable(value) for value in found]
    return _OWN.get(found, found) if isinstance(found, str) else found


def called(label: str, kind: str) -> str:
    """What a field is called: its label, unless that is an example or a sign ("〒", "12345")."""
    is_name = sum(c.isalpha() for c in label) > 1 and not any(c.isdigit() or c == "@" for c in label)
    return label if is_name else _CALLED.get(kind, label)


class TriedForm:
    """The address form as it was tried on one device; raises `Missing` where it was not."""

    def __init__(self, journey: JourneyRecord) -> None:
        found = translatable(journey.probe(PROBE))
        self.url = str(found["url"])
        self.fields = int(found["fields"])
        self.mistakes: Sequence[Mapping[str, Any]] = [{**m, "label": called(m["label"], m["kind"])} for m in found["mistakes"]]
        self.help: Mapping[str, Any] = found["help"]
        self.sent: Mapping[str, Any] = found["sent"]
        self._formats: Sequence[Mapping[str, str]] = [{**f, "label": called(f["label"], f["kind"])} for f in found["formats"]]

    @property
    def was_refused(self) -> bool:
        """Whether the form was sent with mistakes and not taken."""
        return bool(self.sent["pressed"]) and not self.sent["accepted"]

    @property
    def messages(self) -> list[Reply]:
        """What was said about each mistake, while typing and after sending, each once."""
        said = [(m["kind"], m["label"], one) for m in self.mistakes for one in m["messages"]]
        said += [(one["kind"], one["label"], one) for one in self.sent.get("messages", ())]
        unique = {(kind, one["wrong"]): Reply(kind, label, one["wrong"], one["said"]) for kind, label, one in reversed(said)}
        return list(reversed(unique.values()))

    @property
    def formats(self) -> list[Mapping[str, str]]:
        """Right answers in unusual formats, of fields that were seen to be looked at, or to take anything; refused ones first."""
        looked_at = {m["kind"] for m in self.mistakes if m["after_blur"]}
        on_sending = {m["kind"] for m in self.sent.get("messages", ())}
        # Errors in a list may name any field; the browser's own hint keeps the form from being looked at by the shop.
        unclear = (bool(self.sent.get("told")) and not on_sending) or bool(self.sent.get("native"))
        later = {(f["kind"], f["how"]): f for f in self.sent.get("formats", ())}
        judged = []
        for tried in self._formats:
            sent = later.get((tried["kind"], tried["how"]))
            known = tried["kind"] in looked_at or (self.was_refused and not unclear and tried["kind"] not in on_sending)
            if tried["refused"] or sent is not None or known:
                judged.append(sent if sent is not None and not tried["refused"] else tried)
        return sorted(judged, key=lambda f: not f["refused"])

    def finding(self, message: str, key: str) -> Finding:
        """Point at the form."""
        return Finding(message, url=self.url, key=key)
