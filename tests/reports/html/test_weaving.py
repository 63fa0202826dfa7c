"""Markup stands in told sentences where a template put it; nothing else in them becomes markup."""

from __future__ import annotations

from gettext import NullTranslations

import pytest
from auditor_reports.html.environment import environment
from auditor_reports.html.weaving import link_to, tell, tell_several, with_code
from auditor_reports.view.voice import speaking
from babel.core import Locale
from markupsafe import Markup

from auditor.api import Voice

SENTENCE = "{name} is {link}listed below{end}."


class Reordered(NullTranslations):
    """A language that puts the link first, and writes what HTML would take for its own."""

    def gettext(self, message: str) -> str:
        return {SENTENCE: "{link}<unten> & {end}: {name}"}.get(message, message)


def rendered(template: str, **values: object) -> str:
    return environment().from_string(template).render(**values)


def test_a_sentence_without_markup_is_plain_and_escaped_by_its_template() -> None:
    assert type(tell("{name} & <co>", name="<b>")) is str
    assert rendered('<p title="{{ tell("It’s {name}", name=name) }}">', name='"><b>') == '<p title="It’s &#34;&gt;&lt;b&gt;">'


@pytest.mark.parametrize("name", ["<b>", "&lt;", "{link}", "\x02link", "\x02other\x03"])
def test_only_markup_is_markup(name: str) -> None:
    text = rendered("{{ tell(sentence, name=name, **link_to('list')) }}", sentence=SENTENCE, name=name)
    assert text == f'{Markup.escape(name)} is <a href="#list">listed below</a>.'


def test_a_language_may_put_the_link_elsewhere() -> None:
    with speaking(Voice(Locale("de"), Reordered())):
        assert tell(SENTENCE, name="<b>", **link_to("list")) == '<a href="#list">&lt;unten&gt; &amp; </a>: &lt;b&gt;'


def test_a_part_of_a_template_can_stand_in_a_sentence() -> None:
    template = '{% set part %}<em>{{ name }}</em>{% endset %}{{ tell_several(2, "{n} of {part}", "{n} of {part} & more", part=part) }}'
    assert rendered(template, name="<b>") == "2 of <em>&lt;b&gt;</em> &amp; more"
    assert tell_several(1, "{n} of {part}", "{n} of {part}s", part="<b>") == "1 of <b>"


def test_an_anchor_cannot_leave_its_attribute() -> None:
    assert link_to('"><script>')["link"] == '<a href="#&#34;&gt;&lt;script&gt;">'


@pytest.mark.parametrize(
    ("advice", "marked"),
    [
        ('Say it (autocomplete="email").', "Say it (<code>autocomplete=&#34;email&#34;</code>)."),
        ("Use <button> here.", "Use <code>&lt;button&gt;</code> here."),
        ('A link: <a href="/x">X</a>. Done.', "A link: <code>&lt;a href=&#34;/x&#34;&gt;X&lt;/a&gt;</code>. Done."),
        ("Keep :focus-visible { outline: 3px } there.", "Keep <code>:focus-visible { outline: 3px }</code> there."),
        ("1 < 2, A & B", "1 &lt; 2, A &amp; B"),
        ("<script>alert(1)</script>", "<code>&lt;script&gt;alert(1)&lt;/script&gt;</code>"),
    ],
)
def test_code_in_an_advice_is_marked_and_nothing_becomes_markup(advice: str, marked: str) -> None:
    assert str(with_code(advice)) == marked
