"""What the probe of the address form found out, for the checks that judge it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.api import Finding, JourneyRecord, say
from auditor_checks.checkout.steps import CALLED

PROBE = "form_trial"
MORE = "more_form_trial"  # of a page that asks for e-mail address or phone number apart from the address


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


class TriedPart:
    """One form as it was tried: what was typed into it, and what it said to that."""

    def __init__(self, found: Mapping[str, Any]) -> None:
        self.mistakes: Sequence[Mapping[str, Any]] = [{**m, "label": called(m["label"], m["kind"])} for m in found["mistakes"]]
        self.sent: Mapping[str, Any] = found["sent"]
        self._formats: Sequence[Mapping[str, str]] = [{**f, "label": called(f["label"], f["kind"])} for f in found["formats"]]

    @property
    def was_refused(self) -> bool:
        """Whether the form was sent with mistakes and not taken."""
        return bool(self.sent["pressed"]) and not self.sent["accepted"]

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
        typed = {(tried["kind"], tried["how"]) for tried in self._formats}
        judged += [sent for told, sent in later.items() if told not in typed]  # of fields that were not looked at while typing
        return sorted(judged, key=lambda f: not f["refused"])


class TriedForm(TriedPart):
    """The address form as it was tried on one device, with what a further form asks apart; raises `Missing` where it was not."""

    def __init__(self, journey: JourneyRecord) -> None:
        found = translatable(journey.probe(PROBE))
        super().__init__(found)
        self.url = str(found["url"])
        self.fields = int(found["fields"])
        self.help: Mapping[str, Any] = found["help"]
        apart = journey.recorded.probes.get(MORE) == "recorded"
        self._more = TriedPart(translatable(journey.probe(MORE))) if apart else None
        if self._more is not None:
            known = {m["kind"] for m in self.mistakes}
            self.mistakes = [*self.mistakes, *(m for m in self._more.mistakes if m["kind"] not in known)]

    @property
    def messages(self) -> list[Reply]:
        """What was said about each mistake, while typing and after sending, each once."""
        said = [(m["kind"], m["label"], one) for m in self.mistakes for one in m["messages"]]
        said += [(one["kind"], one["label"], one) for one in self.sent.get("messages", ())]
        unique = {(kind, one["wrong"]): Reply(kind, label, one["wrong"], one["said"]) for kind, label, one in reversed(said)}
        return list(reversed(unique.values()))

    @property
    def formats(self) -> list[Mapping[str, str]]:
        """Those of the address form, and of the further one what the first did not ask for."""
        own = super().formats
        more = self._more.formats if self._more is not None else []
        known = {f["kind"] for f in own}
        return sorted([*own, *(f for f in more if f["kind"] not in known)], key=lambda f: not f["refused"])

    def finding(self, message: str, key: str) -> Finding:
        """Point at the form."""
        return Finding(message, url=self.url, key=key)
