"""How well one colour can be read on another."""

import re

_COLOUR = re.compile(r"rgba?\((\d+), ?(\d+), ?(\d+)(?:, ?([\d.]+))?\)")


def contrast(front: str, back: str) -> float | None:
    """Return the contrast ratio of two colours (WCAG), None where one is unknown or see-through."""
    lights = [_luminance(colour) for colour in (front, back)]
    if lights[0] is None or lights[1] is None:
        return None
    low, high = sorted((lights[0], lights[1]))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float | None:
    match = _COLOUR.fullmatch(colour)
    if match is None or (match[4] is not None and float(match[4]) < 1):
        return None
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (int(match[i]) / 255 for i in (1, 2, 3))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
