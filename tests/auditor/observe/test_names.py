"""What controls are called: accessible names, labels, and loose text beside fields without one."""

from __future__ import annotations

import pytest

from tests.auditor.pages import Pages, by_id


@pytest.mark.parametrize(
    ("html", "name", "source"),
    [
        ('<button id="x">In den Warenkorb</button>', "In den Warenkorb", "text"),
        ('<button id="x">  Add\n  to&nbsp;cart </button>', "Add to cart", "text"),
        ('<button id="x" aria-label="Ajouter au panier">+</button>', "Ajouter au panier", "aria-label"),
        ('<i id="n">カートに入れる</i><button id="x" aria-labelledby="n" aria-label="no">+</button>', "カートに入れる", "aria-labelledby"),
        ('<i id="n">Cart</i><i id="m">3 items</i><a href="/c" id="x" aria-labelledby="n m"></a>', "Cart 3 items", "aria-labelledby"),
        ('<a id="x" href="/cart"><img src="/c.svg" alt="Warenkorb"></a>', "Warenkorb", "text"),
        ('<a id="x" href="/cart"><svg width="20" height="20"><title>Cart</title></svg></a>', "Cart", "text"),
        ('<a id="x" href="/cart" title="Panier"></a>', "Panier", "title"),
        ('<a id="x" href="/cart"><i aria-label="Kundvagn"></i></a>', "Kundvagn", "text"),
        ('<a id="x" href="/cart"><i class="icon"></i></a>', "", ""),
        ('<button id="x"><b>12</b><sup>99</sup> €</button>', "12 99 €", "text"),
        ('<input id="x" type="submit" value="Weiter">', "Weiter", "value"),
        ('<input id="x" type="image" alt="Suchen" src="/s.svg">', "Suchen", "alt"),
        ('<label for="x">E-Mail</label><input id="x">', "E-Mail", "label"),
        ('<label>Nachname <input id="x"></label>', "Nachname", "label"),
        ('<input id="x" title="Ville">', "Ville", "title"),
        ('<input id="x" placeholder="メールアドレス">', "メールアドレス", "placeholder"),
        ('<label for="x">Land</label><select id="x"><option>Schweiz</option></select>', "Land", "label"),
        ('<input id="x">', "", ""),
    ],
)
async def test_the_accessible_name_and_where_it_comes_from(pages: Pages, html: str, name: str, source: str) -> None:
    control = by_id(await pages.observe(html), "x")
    assert (control.label_text, control.named_by) == (name, source)


async def test_a_field_leads_to_its_label(pages: Pages) -> None:
    seen = await pages.observe('<label for="x">Postleitzahl</label><input id="x"><label>PLZ<input id="y"></label><input id="z">')
    labels = [seen.label_of(by_id(seen, i)) for i in "xyz"]
    assert [label.text if label else None for label in labels] == ["Postleitzahl", "PLZ", None]


async def test_labels_inside_a_shadow_root_belong_to_its_fields(pages: Pages) -> None:
    seen = await pages.observe(
        '<a-form><template shadowrootmode="open"><label for="x">Straße</label><input id="x"></template></a-form><label for="x">No</label>'
    )
    label = seen.label_of(by_id(seen, "x"))
    assert label is not None
    assert label.text == "Straße"


@pytest.mark.parametrize(
    ("html", "beside"),
    [
        ('<input type="checkbox" id="x"> Ich stimme den AGB zu<br>Mehr', "Ich stimme den AGB zu"),
        ('<input type="radio" id="x"> <b>DHL</b> 4,90 € <input type="radio"> Post', "DHL 4,90 €"),
        ('<input type="radio" id="x"><br><label>Retrait</label>', "Retrait"),
        ('<p>Prénom <input id="x"></p>', "Prénom"),
        ('<div>Nom: <span>*</span> <input id="x"> Prénom: <input id="y"></div>', "Nom: *"),
        ('<div>Nom: <input id="y"> Ville: <input id="x"></div>', "Ville:"),
        ('<div>市区町村<br><input id="x" placeholder="渋谷区"></div>', "市区町村"),
        ('<label for="x">Labelled</label> loose <input id="x">', ""),
    ],
)
async def test_loose_text_beside_a_field_without_a_label(pages: Pages, html: str, beside: str) -> None:
    assert by_id(await pages.observe(html), "x").beside == beside


async def test_what_a_select_offers(pages: Pages) -> None:
    seen = await pages.observe(
        '<select id="x" required><option value="">Bitte wählen</option><optgroup label="Klein"><option value="s">S</option></optgroup>'
        '<option value="m" selected>M</option><option value="l" disabled>L – ausverkauft</option></select>'
    )
    control = by_id(seen, "x")
    assert [(o.value, o.text, o.disabled, o.selected) for o in control.options] == [
        ("", "Bitte wählen", False, False),
        ("s", "S", False, False),
        ("m", "M", False, True),
        ("l", "L – ausverkauft", True, False),
    ]
    assert (control.type, control.value, control.required) == ("select-one", "m", True)


@pytest.mark.parametrize(
    ("html", "facts"),
    [
        ('<input id="x" type="checkbox" checked>', {"checked": True, "default_checked": True}),
        ('<div id="x" role="radio" aria-checked="true">S</div>', {"checked": True, "custom": "role"}),
        ('<button id="x" role="switch" aria-checked="false">S</button>', {"checked": False, "role": "switch"}),
        ('<input id="x" required value="Anna">', {"required": True, "value": "Anna", "invalid": ""}),
        ('<input id="x" aria-required="true">', {"required": True}),
        ('<input id="x" readonly>', {"readonly": True}),
        ('<button id="x" disabled>B</button>', {"disabled": True}),
        ('<button id="x" aria-disabled="true">B</button>', {"disabled": True}),
        ('<input id="x"><script>document.getElementById("x").focus()</script>', {"focused": True}),  # autofocus comes a frame later
        ('<a id="x" href="cart?x=1">C</a>', {"href": "https://shop.example/cart?x=1", "raw_href": "cart?x=1"}),
        ('<div id="x" contenteditable="true">Gravur</div>', {"custom": "editable", "value": "Gravur"}),
    ],
)
async def test_the_state_of_a_control(pages: Pages, html: str, facts: dict[str, object]) -> None:
    control = by_id(await pages.observe(html), "x")
    assert {name: getattr(control, name) for name in facts} == facts


async def test_an_unfilled_required_field_says_what_the_browser_would_complain_about(pages: Pages) -> None:
    seen = await pages.observe('<form><input id="x" required><input id="y" type="email" value="no"></form>')
    assert by_id(seen, "x").invalid
    assert by_id(seen, "y").invalid


async def test_controls_know_their_form_landmark_and_what_they_stand_in(pages: Pages) -> None:
    seen = await pages.observe(
        '<header><form action="/search" role="search"><input id="q"></form></header><main><form id="f" method="POST" action="/cart">'
        '<button id="b">Buy</button></form><a id="card" href="/p"><button id="inner">+</button></a><input id="late" form="f"></main>'
        '<div role="contentinfo"><a id="imprint" href="/i">Impressum</a></div>'
    )
    search, buy, late = by_id(seen, "q"), by_id(seen, "b"), by_id(seen, "late")
    assert seen.forms[buy.form].action == "/cart"
    assert (seen.forms[buy.form].method, seen.forms[search.form].method) == ("post", "")
    assert late.form == buy.form != search.form
    assert (buy.landmark, by_id(seen, "imprint").landmark) == ("main", "footer")
    assert by_id(seen, "inner").inside == by_id(seen, "card").n


async def test_a_field_called_id_does_not_take_the_place_of_the_forms_id(pages: Pages) -> None:
    seen = await pages.observe('<form id="buy" action="/cart"><input name="id"><input name="title"><button>Buy</button></form>')
    assert [(form.id, form.action) for form in seen.forms] == [("buy", "/cart")]


async def test_endless_texts_are_cut_where_they_are_seen(pages: Pages) -> None:
    seen = await pages.observe(
        f"<script>document.title = 'x'.repeat(100_000)</script><form id='{'y' * 5000}' action='/{'z' * 5000}'><button>Buy</button></form>"
    )
    assert len(seen.title) == len(seen.forms[0].action) == 1000
    assert len(seen.forms[0].id) == 200


@pytest.mark.parametrize(
    ("html", "drawn"),
    [
        ('<style>.m::after{content:" *"}</style><label class="m" for="x">Nom</label><input id="x">', "*"),
        ('<style>.m::before{content:"Pflichtfeld"}</style><label for="x">Name <i class="m"></i></label><input id="x">', "Pflichtfeld"),
        ('<style>.m::after{content:"*"}</style><div class="m"><p>Nome</p><div><input id="x"></div></div>', "*"),
        ('<style>.m::after{content:url(/star.svg)}</style><label class="m" for="x">Nom</label><input id="x">', "\ufffc"),
        ('<style>.m::after{content:attr(data-mark)}</style><label class="m" data-mark="*" for="x">Nom</label><input id="x">', "*"),
        ('<style>.m::after{content:"*";display:none}</style><label class="m" for="x">Nom</label><input id="x">', ""),
        ('<style>.m::after{content:"*"}</style><label class="m" for="y">Nom</label><input id="y"><input id="x">', ""),
        ('<style>.m::after{content:"*"}</style><div class="m"><input id="x"><input></div>', ""),
        ('<label class="required" for="x">Nom</label><input id="x">', ""),
    ],
)
async def test_what_style_sheets_draw_at_a_field(pages: Pages, html: str, drawn: str) -> None:
    assert by_id(await pages.observe(html), "x").drawn == drawn


async def test_boxes_and_buttons_are_not_looked_at_for_drawings(pages: Pages) -> None:
    assert by_id(await pages.observe('<label><input type="checkbox" id="x"> Ja</label>'), "x").drawn is None
