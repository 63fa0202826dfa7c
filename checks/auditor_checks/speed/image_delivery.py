"""speed-image-delivery."""

from dataclasses import dataclass
from math import ceil

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Picture,
    Severity,
    Source,
    Stage,
    measured,
    not_applicable,
    page_check,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.wording import portion

_GOOD, _POOR = 150.0, 500.0  # KiB that are sent and not shown
_KIBIBYTE = 1024
_SHARP = {False: 2.0, True: 3.0}  # dots per CSS pixel that are worth sending, desktops and phones
_LEAST = 8  # KiB of one picture
_SHOWN = 6
_LONGEST = 500  # letters of an address that an observation keeps
_SCALABLE = (".svg", "data:", "blob:")


@dataclass(frozen=True, slots=True)
class _Waste:
    picture: Picture
    kilobytes: float
    wasted: float


@page_check(
    id="speed-image-delivery",
    category="speed",
    title="Pictures are sent in the size they are shown in",
    failure_title="Pictures are sent much larger than they are shown",
    why="Pictures are most of what a shop sends; pixels nobody sees only make shoppers wait.",
    fix="Offer each picture in several widths (srcset and sizes) so that the browser takes the one it needs, and do not load "
    "the main picture lazily.",
    severity=Severity.MINOR,
    effort=Effort.S,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.PRODUCT),
    needs=("network", "timings"),
    sources=(
        Source(
            "Google Lighthouse, properly size images",
            "https://developer.chrome.com/docs/lighthouse/performance/uses-responsive-images",
            "compares sent with shown pixels (2026); 150 and 500 KiB are this project's policy",
        ),
    ),
    limits="Generous: twice the pixels on desktops and three times on phones count as shown, pictures with a choice of sizes as "
    "well chosen. What comes from the browser's cache or without a size is not counted.",
)
def image_delivery(page: PageRecord) -> Outcome:
    """Compare the pixels of each picture in sight with those it is shown with; add up the bytes of the rest."""
    pictures = [p for p in page.observation.pictures if p.kind == "img" and p.src and not _scalable(p.src)]
    if not pictures:
        return not_applicable(say("The page shows no pictures made of pixels."))
    sizes = {request.url[:_LONGEST]: request.bytes for request in page.network if request.kind == "image"}
    wastes = _wastes(page, pictures, sizes)
    total = sum(w.wasted for w in wastes)
    findings = [_finding(w, page) for w in wastes[:_SHOWN]]
    if total > _GOOD:
        message = several(
            len(wastes),
            "{n} picture is sent larger than it is shown, {kilobytes:.0f} KiB too much.",
            "{n} pictures are sent larger than they are shown, {kilobytes:.0f} KiB too much.",
            kilobytes=total,
        )
        return measured(message, value=total, good=_GOOD, poor=_POOR, unit="KiB", findings=findings, unlisted=len(wastes) - len(findings))
    main = _lazy_main(page, pictures)
    if main is not None:
        message = say("The largest picture in sight is loaded lazily, so it begins late.")
        return warned(message, findings=[Finding(message, box=main.box, url=page.url, key=_file(main.src))], value=round(total), unit="KiB")
    if total < 1:
        message = portion(len(pictures), len(pictures), "picture", "fits the size shown.", "fit the size shown.")
    else:
        message = portion(
            len(pictures),
            len(pictures),
            "picture",
            "fits the size shown ({kilobytes:.0f} KiB too much).",
            "fit the size shown ({kilobytes:.0f} KiB too much).",
            kilobytes=total,
        )
    return passed(message, value=round(total), unit="KiB", threshold=say("≤ {good:g} KiB", good=_GOOD))


def _wastes(page: PageRecord, pictures: list[Picture], sizes: dict[str, int]) -> list[_Waste]:
    """The pictures that hold more pixels than can be seen, the most wasteful first; one shown twice counts where it is larger."""
    needed: dict[str, float] = {}
    shown: dict[str, Picture] = {}
    for picture in pictures:
        width, height = picture.natural
        if min(width, height) <= 0 or min(picture.box.width, picture.box.height) <= 0:
            continue
        scale = _SHARP[page.mobile] * max(picture.box.width / width, picture.box.height / height)
        if scale > needed.get(picture.src, 0):
            needed[picture.src], shown[picture.src] = scale, picture
    wastes = []
    for src, scale in needed.items():
        kilobytes = sizes.get(src, 0) / _KIBIBYTE
        wasted = kilobytes * (1 - min(1.0, scale) ** 2)
        if wasted >= _LEAST:
            wastes.append(_Waste(shown[src], kilobytes, wasted))
    return sorted(wastes, key=lambda w: -w.wasted)


def _lazy_main(page: PageRecord, pictures: list[Picture]) -> Picture | None:
    """The picture that is the page's largest paint although it is marked to be loaded late; its thumbnails may show the same file."""
    vital = page.timings.vitals.get("LCP")
    if vital is None or not vital.url or page.timings.soft:
        return None
    painted = max((p for p in pictures if p.src == vital.url[:_LONGEST]), key=lambda p: p.box.area, default=None)
    return painted if painted is not None and painted.lazy else None


def _scalable(src: str) -> bool:
    return src.startswith(_SCALABLE[1:]) or src.partition("?")[0].lower().endswith(_SCALABLE[0])


def _file(src: str) -> str:
    return src.partition("?")[0].rpartition("/")[2][:80]


def _finding(waste: _Waste, page: PageRecord) -> Finding:
    width, height = waste.picture.natural
    box = waste.picture.box
    message = say(
        "{file} has {width} × {height} pixels and {kilobytes} KiB, but is shown with {shown_width:.0f} × {shown_height:.0f}.",
        file=_file(waste.picture.src),
        width=width,
        height=height,
        kilobytes=ceil(waste.kilobytes),
        shown_width=box.width,
        shown_height=box.height,
    )
    return Finding(message, box=box, url=page.url, key=_file(waste.picture.src))
