"""trust-no-fake-countdown."""

import re
from collections.abc import Iterator, Sequence

from auditor.api import (
    Box,
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    Stage,
    Text,
    failed,
    not_measurable,
    passed,
    say,
    several,
    shop_check,
    together,
    warned,
)
from auditor_checks.phrases import Phrases

_WORDS = Phrases("auditor_checks.trust", "countdown.toml")
_CLOCK = re.compile(r"(?<![\d:.])(\d{1,2})\s?:\s?([0-5]\d)\s?:\s?([0-5]\d)(?![\d:])")
# "2 h 59 min 00 s", "2 Std. 59 Min. 0 Sek."; without seconds two visits within a minute would read alike
_UNITS = re.compile(
    r"(?<![\d.,])(\d{1,3})\s?(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|ora|uur|u|godz|tim|timer|timmar)\.?,?\s?"
    r"([0-5]?\d)\s?(?:m|min|mins|minutes?|minuten?|minutos?|minuti|minut|minuter)\.?,?\s?(?:and |und |et |y |e |en |i |och |og )?"
    r"([0-5]?\d)\s?(?:s|sec|secs|seconds?|sek|sekunden?|secondes?|segundos?|secondi|seconden|sekund|sekunder)(?![a-z])",
    re.IGNORECASE,
)
_HOURS = r"\s?(?:h|hrs?|hours?|std|stunden|heures|horas|ore|uur|godz|timmar|timer)\b"  # behind hours and minutes
_MINUTES = re.compile(rf"(?<![\d:.])(\d{{1,2}})\s?:\s?([0-5]\d)(?![\d:])(?!{_HOURS})", re.IGNORECASE)
_MARKED = re.compile(
    r"count-?down|(^|[^a-z])timer|(?<![a-z])rebours|cuenta-?(?:regresiva|atras)|contador-?(?:regressivo|oferta)|rovescia|aftel|odlicza|licznik"
    r"|nedr[aä]k|nedt[aæ]l|nedtell|odpo[cč](?:et|it|ít)|ablaufuhr|restzeit",
    re.IGNORECASE,
)
_DISPATCH = ("delivery_info", "delivery_time", "shipping_method")
_LONGEST = 120  # characters of a text that is a clock
_SAME = 3  # seconds by which two visits may differ
_SHARE = 0.25  # of the time between two visits by which they may differ: one may have come sooner to the same page
_LEAST_APART = 2.0 * _SAME  # seconds between two visits, by which a true clock differs clearly; fast shops are walked in ten


@shop_check(
    id="trust-no-fake-countdown",
    category="trust",
    title="Countdowns run towards a real deadline",
    failure_title="A countdown begins anew for each visitor",
    why="A deadline that starts again with each visit is untrue, which consumer authorities pursue, and shoppers "
    "who notice it believe nothing else.",
    fix="Let the countdown end at the date at which the offer ends for everybody, or take it away.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    needs=("html",),
    sources=(
        Source(
            "Mathur et al., Dark Patterns at Scale",
            "https://arxiv.org/abs/1907.07032",
            "157 of 393 countdown timers were deceptive (2019)",
        ),
        Source(
            "European Commission, sweep on manipulative online practices",
            "https://ec.europa.eu/commission/presscorner/detail/en/ip_23_418",
            "42 of 399 shops with fake countdown timers (2023)",
        ),
    ),
    limits="Compares the visit of the first device with that of the second, some time later and with nothing stored. Countdowns are told "
    "by their markup or the words beside them; those by days only are not seen. How long a cart is kept is a promise to the visitor and "
    "only warns.",
)
def no_fake_countdown(recording: Recording) -> Outcome:
    """Read running clocks on each page in two visits, and whether the second began where the first one had."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    seen = [(page, left, box) for page in pages for left, box in _clocks(page)]
    if not seen:
        return passed(say("No countdown was seen."), value=0, unit="countdowns", threshold="0")
    restarted = list(_restarted(recording))
    if restarted:
        kept = all(page.stage is Stage.CART for page, *_ in restarted)
        findings = [
            Finding(_said(page, left, other), box=box, url=page.url, key=f"countdown {page.place}") for page, left, other, box in restarted
        ]
        outcome = warned if kept else failed
        message = together(say("A countdown begins anew for each visitor."), findings[0].message, between=" ")
        return outcome(message, findings=findings, value=len(findings), unit="countdowns", threshold="0")
    if len(recording.journeys) < 2:
        return not_measurable(say("A countdown was seen, but with one visit it cannot be told whether it begins anew."))
    message = several(
        len(seen),
        "{n} countdown, which did not begin anew with the second visit.",
        "{n} countdowns, none of which began anew with the second visit.",
    )
    return passed(message, value=0, unit="countdowns", threshold="0")


def _restarted(recording: Recording) -> Iterator[tuple[PageRecord, int, int, Box]]:
    """Yield the clocks that the second visit met as the first had, with what was left in both."""
    first, second = (*recording.journeys, None, None)[:2]
    if first is None or second is None:
        return
    earlier = {page.place: page for page in first.pages}
    for page in second.pages:
        before = earlier.get(page.place)
        apart = _between(first, second, page.stage) if page.stage is not None else 0.0
        if before is None or apart < _LEAST_APART:
            continue
        if (found := _begun_anew([left for left, _ in _clocks(before)], list(_clocks(page)), apart)) is not None:
            yield page, *found


def _begun_anew(lefts: Sequence[int], clocks: Sequence[tuple[int, Box]], apart: float) -> tuple[int, int, Box] | None:
    """Return the first clock that shows what one of the earlier visit had shown, and what that was.

    Of several clocks one may come near to what another had shown, so only the same counts there, and none that ran on from an earlier one.
    """
    wide = max(_SAME, _SHARE * apart)
    same = wide if len(lefts) == len(clocks) == 1 else _SAME
    for left, box in clocks:
        other = min(lefts, key=lambda earlier: abs(left - earlier), default=None)
        ran_on = any(abs(earlier - left - apart) <= wide for earlier in lefts)
        if other is not None and abs(left - other) <= same and not ran_on:
            return left, other, box
    return None


def _between(first: JourneyRecord, second: JourneyRecord, stage: Stage) -> float:
    """Seconds that passed at least between the visits of a page: what came after it in the first and before it in the second."""
    later = sum(step.seconds for step in first.journey.steps if step.stage.position > stage.position)
    return later + sum(step.seconds for step in second.journey.steps if step.stage.position < stage.position)


def _clocks(page: PageRecord) -> Iterator[tuple[int, Box]]:
    """Yield the clocks of a page that run down, in seconds left, with where they stand.

    That they do is told by the markup or the words beside: the length of a film or the time of an event is written alike.
    """
    kinds = page.observation.kinds
    before = ""
    whole: set[int] = set()  # lines whose clock was told; its digits may stand there once more, as a part
    for text in page.observation.texts:
        told, previous, before = text.text, before, text.text
        if len(told) >= _LONGEST or _tells_time(told, previous, page):
            continue
        marked = any(_MARKED.search(kinds[n]) for n in (text.n, *list(page.observation.ancestors(text.n))[:2]))
        beside = previous if not any(c.isdigit() for c in previous) else ""  # "Only 2 left" counts something else
        ending = any(len(line) < _LONGEST and _WORDS.mentions("ending", line, page) for line in (told, beside))
        match = _CLOCK.search(told) or _UNITS.search(told) if marked or ending else None
        if match:
            hours, minutes, seconds = (int(part) for part in match.groups())
            if left := 3600 * hours + 60 * minutes + seconds:  # one that stands at nothing is over
                yield left, text.box
            continue
        short = _MINUTES.search(told)
        if not short or whole.intersection(page.observation.ancestors(text.n)) or _tells_dispatch(page, text, previous):
            continue
        if marked or _is_scripted(page, told, short[0], ending=ending):
            whole.add(text.n)
            yield 60 * int(short[1]) + int(short[2]), text.box


def _tells_dispatch(page: PageRecord, text: Text, previous: str) -> bool:
    """Whether a clock of two parts counts the hours until today's parcels leave: two visits within a minute read it alike."""
    around = next((page.observation.text_of(n, _LONGEST) for n in page.observation.ancestors(text.n)), "")
    lexicon = page.facts.lexicon
    return any(lexicon.mentions(concept, line) for concept in _DISPATCH for line in (previous, text.text, around) if len(line) < _LONGEST)


def _is_scripted(page: PageRecord, told: str, clock: str, *, ending: bool) -> bool:
    """Whether an attribute of the element around a clock names it for a script ("data-countdown"), as its class may do.

    "data-timer" may time a film as well, so words must say there that something ends.
    """
    try:
        soup = page.soup
    except Missing:
        return False
    shown = {told, clock}
    tags = soup.find_all(lambda tag: any(_MARKED.search(name if ending else name.replace("timer", "")) for name in tag.attrs))
    return any(" ".join(tag.get_text().split()) in shown for tag in tags)


def _tells_time(told: str, previous: str, page: PageRecord) -> bool:
    """Whether a time of day stands there ("order before 14:30", "ends at 23:59:59"), not what is left."""
    line = told if any(c.isalpha() for c in told) else f"{previous} {told}"
    if len(line) >= 2 * _LONGEST:
        return False
    full = _CLOCK.search(line)
    if full is None:
        short = _MINUTES.search(told)
        if short is None:
            return False
        after = " ".join(told[short.end() :].split()[:1])
        led = " ".join(previous.split()[-2:]) if line != told else ""  # the end of the sentence that the clock goes on
        before = f"{led} {told[: short.start()]}"
        return _WORDS.mentions("until", before, page) or _WORDS.mentions("o_clock", after, page)
    return _WORDS.mentions("until", " ".join(line[: full.start()].split()[-2:]), page)


def _said(page: PageRecord, left: int, other: int) -> Message:
    if abs(left - other) > _SAME:
        return say(
            "On the {page} page the first visit met {first} left, the second {second}.",
            page=page.place,
            first=_written(other),
            second=_written(left),
        )
    return say(
        "On the {page} page both visits began with {hours}:{minutes:02}:{seconds:02} left.",
        page=page.place,
        hours=left // 3600,
        minutes=left // 60 % 60,
        seconds=left % 60,
    )


def _written(left: int) -> str:
    return f"{left // 3600}:{left // 60 % 60:02}:{left % 60:02}"
