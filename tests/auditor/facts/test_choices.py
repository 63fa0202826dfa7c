"""Groups of things of which a shopper picks one."""

from __future__ import annotations

import pytest

from auditor.facts.choices import Choice, ChoiceGroup, has_price
from auditor.facts.page import PageFacts
from auditor.observe import Box, Control
from tests.auditor.pages import Pages

HIDDEN = "position:absolute;opacity:0"


def group(facts: PageFacts, form: str = "") -> ChoiceGroup:
    (found,) = [g for g in facts.groups if not form or g.form == form]
    return found


def told(found: ChoiceGroup) -> list[tuple[str, bool, bool]]:
    return [(c.text, c.available, c.selected) for c in found.choices]


SELECT = '<label for="s">{label}</label><select id="s"><option value="">{ask}</option><option value="s">S</option>'
SELECT += '<option value="m" disabled>M</option><option value="l">L – {sold_out}</option></select>'


@pytest.mark.parametrize(
    ("lang", "label", "ask", "sold_out"),
    [
        ("en", "Size", "Choose an option", "sold out"),
        ("de", "Größe", "Bitte wählen", "ausverkauft"),
        ("fr", "Taille", "Choisir une option", "épuisé"),
        ("es", "Talla", "Elige una opción", "agotado"),
        ("ja", "サイズ", "選択してください", "売り切れ"),
    ],
)
async def test_a_select(pages: Pages, lang: str, label: str, ask: str, sold_out: str) -> None:
    found = group(await pages.facts(SELECT.format(label=label, ask=ask, sold_out=sold_out), lang=lang))
    assert (found.form, found.label, found.selected) == ("select", label, None)
    assert [(c.available, c.option) for c in found.choices] == [(False, 0), (True, 1), (False, 2), (False, 3)]


@pytest.mark.parametrize(
    ("options", "selected"),
    [
        ("<option>S</option><option selected>M</option>", "M"),
        ("<option value='0'>--</option><option value='1'>S</option>", None),
        ("<option value='1'>1</option><option value='2'>2</option>", "1"),
        ("<option value='0'>0</option><option value='1'>1</option>", "0"),
    ],
)
async def test_a_select_with_something_chosen(pages: Pages, options: str, selected: str | None) -> None:
    found = group(await pages.facts(f"<select>{options}</select>"))
    assert (found.selected.text if found.selected else None) == selected


RADIOS = "<fieldset><legend>Colour</legend>{}</fieldset>"
CELLS = '<td><input type="radio" name="s"></td><td>{}</td><td>€ {}</td>'
ROLE = '<div role="radio" aria-checked="false">{}</div>'
RADIO = '<input type="radio" name="c" id="{0}" value="{0}" style="{1}"{2}><label for="{0}">{0}</label>'


@pytest.mark.parametrize("style", ["", HIDDEN], ids=["shown", "behind their labels"])
async def test_radio_buttons(pages: Pages, style: str) -> None:
    radios = "".join(
        RADIO.format(c, style, " checked" if c == "Moss" else " disabled" if c == "Sand" else "") for c in ("Moss", "Sand", "Sky")
    )
    found = group(await pages.facts(RADIOS.format(radios)))
    assert (found.form, found.label) == ("radio", "Colour")
    assert told(found) == [("Moss", True, True), ("Sand", False, False), ("Sky", True, False)]


@pytest.mark.parametrize(
    "radios",
    [
        '<label><input type="radio" name="s"> Standard € 4,90</label><label><input type="radio" name="s"> Express € 9,90</label>',
        '<p><input type="radio" name="s"> Standard € 4,90</p><p><input type="radio" name="s"> Express € 9,90</p>',
        f"<table><tr>{CELLS.format('Standard', '4,90')}</tr><tr>{CELLS.format('Express', '9,90')}</tr></table>",
        f"<div>{ROLE.format('Standard € 4,90')}{ROLE.format('Express € 9,90')}</div>",
    ],
    ids=["labels", "loose text", "table", "roles"],
)
async def test_a_radio_button_is_known_by_what_stands_in_its_row(pages: Pages, radios: str) -> None:
    found = group(await pages.facts(radios), "radio")
    assert [" ".join(c.text.split()) for c in found.choices] == ["Standard € 4,90", "Express € 9,90"]
    assert all(has_price(c) for c in found.choices)


async def test_two_groups_of_radio_buttons_are_kept_apart(pages: Pages) -> None:
    one = "".join(f'<label><input type="radio" name="size">{s}</label>' for s in "SML")
    two = "".join(f'<label><input type="radio" name="colour">{c}</label>' for c in ("Moss", "Sky"))
    assert [len(g.choices) for g in (await pages.facts(f"<form>{one}</form><form>{two}</form>")).groups] == [3, 2]


async def test_radio_buttons_that_nobody_sees_are_left_out(pages: Pages) -> None:
    assert (await pages.facts('<div hidden><label><input type="radio" name="a">A</label></div>')).groups == []


OFF, ON = "<button disabled>L</button>", "<button class='sel is-active'>S</button>"
LINKS = "<a href='#s' aria-current='true'>S</a><a href='#m'>M</a><a href='#l' class='unavailable'>L</a>"
ITEMS = "<li onclick='1' class='selected'>S</li><li onclick='1'>M</li><li onclick='1' class='sold-out'>L</li>"
PRESSED = "<button aria-pressed='true'>S</button><button aria-pressed='false'>M</button><button aria-disabled='true'>L</button>"
CHIPS = {
    "buttons": f"<div><p>Size</p><div class='sizes'>{ON}<button>M</button>{OFF}</div></div>",
    "list items": f"<p>Size</p><ul class='variant-list'>{ITEMS}</ul>",
    "links": f"<p>Size</p><div class='swatches'>{LINKS}</div>",
    "pressed": f"<p>Size</p><div>{PRESSED}</div>",
    "wrapped": f"<p>Size</p><ul><li>{ON}</li><li><button>M</button></li><li>{OFF}</li></ul>",
}


@pytest.mark.parametrize("make", CHIPS)
async def test_chips(pages: Pages, make: str) -> None:
    found = group(await pages.facts(CHIPS[make]), "chips")
    assert found.label == "Size"
    assert told(found) == [("S", True, True), ("M", True, False), ("L", False, False)]


async def test_swatches_are_known_by_their_names(pages: Pages) -> None:
    swatch = '<button class="swatch" aria-label="{}" style="width:30px;height:30px;background:#575"></button>'
    found = group(await pages.facts(f"<p>Colour</p><div>{swatch.format('Moss')}{swatch.format('Sky')}</div>"), "chips")
    assert [c.text for c in found.choices] == ["Moss", "Sky"]


@pytest.mark.parametrize(
    "html",
    [
        "<nav><a href='/a'>A</a><a href='/b'>B</a></nav>",
        "<div><a href='/a'>A</a><a href='/b'>B</a></div>",
        "<div><button>Only one</button></div>",
        f"<div><button>{'x' * 99}</button><button>{'y' * 99}</button></div>",
    ],
)
async def test_what_is_no_group_of_chips(pages: Pages, html: str) -> None:
    assert [g for g in (await pages.facts(html)).groups if g.form == "chips"] == []


@pytest.mark.parametrize(
    ("lang", "html", "waiting"),
    [
        ("en", "<p>Size</p><button aria-haspopup='listbox'>Choose an option</button>", True),
        ("de", "<p>Größe</p><div tabindex='0' role='combobox' aria-expanded='false'>Bitte wählen</div>", True),
        ("en", "<p>Size</p><div tabindex='0' role='combobox'>M</div>", False),
        ("fr", "<p>Taille</p><button type='button'>Choisir une option</button>", True),
        ("en", "<p>Size</p><button class='variant-select' aria-expanded='false'>M</button>", False),
    ],
)
async def test_closed_lists(pages: Pages, lang: str, html: str, waiting: bool) -> None:
    found = group(await pages.facts(html, lang=lang), "dropdown")
    assert found.required is waiting
    assert (found.selected is None) is waiting


async def test_rows_with_a_button_each(pages: Pages) -> None:
    row = "<div class='row'><h3>{}</h3><p>€ {}</p><form method=post><button>Select</button></form></div>"
    rows = row.format("DHL", 4) + row.format("Post", 3)
    found = group(await pages.facts(f"<h2>Delivery</h2><div>{rows}</div>"), "buttons")
    assert ["DHL" in found.choices[0].text, "€ 3" in found.choices[1].text] == [True, True]


async def test_a_group_stays_the_same_when_something_is_chosen(pages: Pages) -> None:
    before = group(await pages.facts(CHIPS["buttons"]), "chips")
    after = group(await pages.facts("<p>New above</p>" + CHIPS["buttons"].replace("<button>M", '<button aria-pressed="true">M')), "chips")
    assert before.n != after.n
    assert before.key == after.key


def test_a_group_covers_the_boxes_of_its_choices() -> None:
    button = Control(1, "button")
    choices = tuple(
        Choice(button, t, available=True, selected=False, box=b) for t, b in (("S", Box(10, 10, 30, 20)), ("M", Box(50, 12, 30, 20)))
    )
    assert ChoiceGroup("chips", 1, "Size", choices).box == Box(10, 10, 70, 22)


DRAWN = '<label id="l{n}"><span role="radio" tabindex="0" aria-checked="{on}" aria-labelledby="l{n}" style="{size}"></span>'
DRAWN += (
    '<input type="radio" id="{n}" aria-hidden="true" style="position:fixed;clip-path:inset(50%);width:1px;height:1px"{twin}>{n}</label>'
)


def drawn(name: str, on: str) -> str:
    size = "display:inline-block;width:16px;height:16px;border:1px solid"
    return f"<div><div>{DRAWN.format(n=name, on=on, size=size, twin=' checked' if on == 'true' else '')}</div></div>"


async def test_drawn_radio_buttons_are_one_group_and_their_hidden_twins_none(pages: Pages) -> None:
    found = group(
        await pages.facts(f'<h3>Billing address</h3><div role="radiogroup">{drawn("Same", "true")}{drawn("Another", "false")}</div>')
    )
    assert (found.form, told(found)) == ("radio", [("Same", True, True), ("Another", True, False)])


@pytest.mark.parametrize(("shown", "waiting"), [("Province", True), ("New York", False)])
async def test_a_closed_list_that_repeats_what_it_asks_for_has_nothing_chosen(pages: Pages, shown: str, waiting: bool) -> None:
    html = f'<label for="p">Province *</label><button type="button" id="p" role="combobox" aria-haspopup="listbox">{shown}</button>'
    found = group(await pages.facts(html), "dropdown")
    assert (found.selected is None) is waiting


async def test_what_opens_a_list_is_no_chip(pages: Pages) -> None:
    opener = '<div><button type="button" aria-haspopup="listbox">{0} <span>Please choose: {0}</span></button></div>'
    html = f"<form>{opener.format('Size')}{opener.format('Colour')}<div><button>Sold out</button></div></form>"
    assert {g.form for g in (await pages.facts(html)).groups} == {"dropdown"}


async def test_the_button_that_sends_a_form_is_no_row_to_choose(pages: Pages) -> None:
    row, send = "<p>City <input name=city> Post code <input name=zip> {}</p>", "<button type=submit>Choose delivery</button>"
    assert not [g for g in (await pages.facts(f"<form>{row.format(send)}</form>")).groups if g.form == "buttons"]
    assert [g.form for g in (await pages.facts(f"<form><p>Parcel, two days, € 4,90 {send}</p></form>")).groups] == ["buttons"]


async def test_a_radio_button_drawn_in_another_is_the_same_choice(pages: Pages) -> None:
    inner = '<button role="radio" aria-checked="true" data-state="unchecked" style="width:20px;height:20px"></button>'
    options = "".join(f'<div role="radio" aria-checked="false" tabindex="0">{inner} {name}</div>' for name in ("Parcel", "Express"))
    found = group(await pages.facts(f'<div role="radiogroup" aria-label="Delivery">{options}</div>'), "radio")
    assert told(found) == [("Parcel", True, False), ("Express", True, False)]


async def test_where_several_say_that_they_are_chosen_none_is_known_to_be(pages: Pages) -> None:
    options = "".join(f'<div role="radio" aria-checked="true" tabindex="0">{name}</div>' for name in ("Parcel", "Express"))
    assert group(await pages.facts(f'<div role="radiogroup" aria-label="Delivery">{options}</div>'), "radio").selected is None


async def test_a_box_drawn_by_script_is_no_chip(pages: Pages) -> None:
    boxes = "".join(f'<button role="checkbox" aria-checked="false">{name}</button>' for name in ("Same address", "Terms"))
    assert (await pages.facts(f"<form><p>{boxes}</p></form>")).groups == []


@pytest.mark.parametrize(("lang", "text"), [("nb", "Velg"), ("en", "Select"), ("de", "Auswählen")])
async def test_rows_with_buttons_of_a_script_are_chosen_by_them(pages: Pages, lang: str, text: str) -> None:
    row = "<div><div><b>{}</b><br><small>2–4</small></div><span>49,-</span><button onclick='x()'>" + text + "</button></div>"
    facts = await pages.facts(f"<main>{row.format('Hentested')}{row.format('Hjem til deg')}</main>", lang=lang)
    found = group(facts, "buttons")
    assert [c.text.split()[0] for c in found.choices] == ["Hentested", "Hjem"]
    assert [g.form for g in facts.groups] == ["buttons"]
    assert [g.form for g in (await pages.facts(f"<main>{row.format('Hentested')}</main>", lang=lang)).groups if g.form == "buttons"] == []


async def test_buttons_that_each_open_the_answers_to_a_question_are_no_rows(pages: Pages) -> None:
    row = "<fieldset><legend>{0}</legend><div><input placeholder='{0}' readonly><button onclick='x()'>Wybierz</button></div></fieldset>"
    facts = await pages.facts(row.format("Sposób dostawy") + row.format("Sposób płatności"), lang="pl")
    assert [g.form for g in facts.groups if g.form == "buttons"] == []


OFFER = (
    "<li><b>{name}</b> <i>{days}</i> <span>{price}</span> {inside}<button type='button' aria-label='Take {name}'>Take this</button></li>"
)


@pytest.mark.parametrize(
    ("inside", "prices", "found"),
    [
        ("", ("€ 3.90", "€ 5.90"), True),
        ("<a href='/p/1'>More</a>", ("€ 3.90", "€ 5.90"), False),  # products and lines of a cart
        ("", ("€ 3.90", ""), False),
    ],
)
async def test_rows_with_a_price_and_a_button_of_a_script_are_chosen_by_it(
    pages: Pages, inside: str, prices: tuple[str, str], found: bool
) -> None:
    rows = zip(("Parcel shop", "To your door"), ("3 to 5 working days", "2 working days"), prices, strict=True)
    html = "".join(OFFER.format(name=name, days=days, price=price, inside=inside) for name, days, price in rows)
    facts = await pages.facts(f"<main><h1>How shall it come?</h1><ul>{html}</ul></main>")
    assert [g.form for g in facts.groups if g.form == "buttons"] == (["buttons"] if found else [])
    assert bool(facts.checkout.shipping) is found
