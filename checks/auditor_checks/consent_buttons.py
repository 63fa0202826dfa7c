"""Which button of a consent banner accepts, refuses or leads to the settings."""

from collections.abc import Sequence

from auditor.api import Control, Lexicon

_SURE = 0.7


def best_button(buttons: Sequence[Control], lexicon: Lexicon, concept: str) -> Control | None:
    """Return the button that names a concept best, None if none does clearly enough."""
    best = max(buttons, key=lambda c: (lexicon.score(concept, *c.words), c.box.area), default=None)
    return best if best is not None and lexicon.has(concept, *best.words, at_least=_SURE) else None
