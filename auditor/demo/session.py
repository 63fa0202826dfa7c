"""Session: what the shop remembers of one visitor while its process lives."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field


@dataclass
class Line:
    """A product in the basket with what was chosen; choices are (kind, value) in the product's order."""

    product: str
    choices: tuple[tuple[str, str], ...]
    quantity: int


@dataclass
class Session:
    """One visitor. Nothing here outlives the process, and nothing leaves it."""

    id: str
    basket: list[Line] = field(default_factory=list)
    removed: Line | None = None
    coupon: bool = False
    viewed: list[str] = field(default_factory=list)
    wishlist: list[str] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)  # overlays and banners that were answered
    guest: bool = False
    typed: dict[str, str] = field(default_factory=dict)  # the address form as last seen
    errors: dict[str, str] = field(default_factory=dict)  # shown once, on the next page
    address: dict[str, str] | None = None  # the address form once it was accepted
    method: str | None = None
    tokens: set[str] = field(default_factory=set)
    orders: list[str] = field(default_factory=list)

    def take_errors(self) -> dict[str, str]:
        """The errors of the last form, which are shown only once."""
        errors, self.errors = self.errors, {}
        return errors

    def saw(self, product: str) -> None:
        """Remember a product as the last one looked at."""
        self.viewed = [product, *(other for other in self.viewed if other != product)][:8]


class Sessions:
    """All visitors of one running shop."""

    def __init__(self) -> None:
        self._sessions: dict[str, Session] = {}

    def find(self, key: str | None) -> Session | None:
        """The session a cookie names, if this process made it."""
        return self._sessions.get(key or "")

    def start(self) -> Session:
        """A new visitor."""
        session = Session(secrets.token_urlsafe(18))
        self._sessions[session.id] = session
        return session

    def by_token(self, token: str) -> Session | None:
        """The session that handed out this token, which works once."""
        for session in self._sessions.values():
            if token and token in session.tokens:
                session.tokens.discard(token)
                return session
        return None
