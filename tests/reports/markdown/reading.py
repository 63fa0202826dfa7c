"""A comment as GitHub shows it: rendered by its own library, then searched for what it turns into links and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

import cmarkgfm
from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString
from cmarkgfm.cmark import Options

# What GitHub makes something of in a text, after the Markdown has been rendered.
ACTING = re.compile(
    r"""(?<![\w`])@[A-Za-z0-9]          # a person, a team
    | (?<![\w&])[#!~][\w"]              # an issue, a merge request, a label
    | \b(?:GH|[A-Z]{2,})-\d             # an issue elsewhere
    | \b[0-9a-f]{7,40}\b                # a commit
    | :[\w+-]+:                         # an emoji
    | \w+://\S                          # an address
    | \bwww\.\w | \w@\w                 # an address, an e-mail address
    | \$\S[^$]*\$                       # a formula""",
    re.VERBOSE,
)


class Comment:
    """A rendered comment."""

    def __init__(self, source: str) -> None:
        self.source = source
        options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
        self.html = cmarkgfm.markdown_to_html_with_extensions(
            source, options=options, extensions=["table", "autolink", "strikethrough", "tasklist"]
        )
        self.document = BeautifulSoup(self.html, "html.parser")

    @property
    def elements(self) -> list[str]:
        """The names of all elements in their order."""
        return [element.name for element in self.document.find_all(True)]

    @property
    def links(self) -> set[str]:
        """Where its links lead."""
        return {str(a["href"]) for a in self.document.find_all("a", href=True)}

    @property
    def words(self) -> str:
        """What is read, without the invisible spaces."""
        return " ".join(self.document.get_text(" ").replace("\u200b", "").split())

    def acting(self) -> Iterator[str]:
        """What GitHub would make something of; code is left alone, and so is what stands in a link already."""
        for text in self.document.find_all(string=True):
            if type(text) is NavigableString and not isinstance(text, PreformattedString) and text.find_parent(["code", "a"]) is None:
                yield from ACTING.findall(text)
