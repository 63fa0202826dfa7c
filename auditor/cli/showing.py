"""A shop's words on a terminal."""

from __future__ import annotations


def on_one_line(text: str) -> str:
    """Return a text that may hold a shop's words so that it can neither break a line nor steer a terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
