"""Whether the words of a page are known at all: that nothing is found in a language nobody knows here says nothing of the shop."""

from collections.abc import Collection

from auditor.api import Lexicon, Message, PageRecord, say

_LAST_RESORT = "en"  # what the lexicon takes for a language it does not know


def is_known(language: str) -> bool:
    """Whether the lexicon has words of a language, named as in `lang="pt-BR"`; where none is declared, it is told by its words."""
    return not language or Lexicon(language).language != _LAST_RESORT or language.lower().startswith(_LAST_RESORT)


def unknown_words(pages: Collection[PageRecord]) -> Message | None:
    """Say why links cannot be told by their names on these pages, None where they can."""
    declared = {page.observation.lang for page in pages}
    if not declared or any(is_known(language) for language in declared):
        return None
    return say("The names of links are not known in the page's language ({language}).", language=sorted(declared)[0])
