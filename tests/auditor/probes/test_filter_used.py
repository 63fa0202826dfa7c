import pytest

from auditor.probes.filter_used import probe_filter_used
from tests.auditor.probes.conftest import Visit

CARDS = "".join(
    f'<li class="card {kind}"><a href="/p{n}"><img src="data:," width="200" height="200" alt=""><h3>Product {n}</h3></a><p>€20.00</p></li>'
    for n, kind in enumerate(("wool", "oak") * 4)
)
BOX = '<input type="checkbox" id="w" name="material" value="wool"><label for="w">Wool (4)</label>'
LIST = f'<main><form class="filters"><p>{BOX}</p></form><ul>{CARDS}</ul></main>'
WORKING = """<script>
document.getElementById("w").addEventListener("change", (event) => {
  for (const card of document.querySelectorAll(".oak")) card.hidden = event.target.checked;
  history.replaceState(null, "", event.target.checked ? "?material=wool" : "/");
});
</script>"""


async def test_a_filter_that_works_is_used_and_taken_back(visit: Visit) -> None:
    walker, facts = await visit({"/": LIST + WORKING})
    found, after = await probe_filter_used(walker, facts)
    assert (found["filter"], found["before"], found["after"]) == ("Wool (4)", 8, 4)
    assert (found["list_changed"], found["state_shown"], found["address_changed"], found["undone"]) == (True, True, True, True)
    assert after is facts
    assert walker.tab.page.url == "https://shop.example/"


async def test_a_filter_that_does_nothing_is_noted(visit: Visit) -> None:
    walker, facts = await visit({"/": LIST})
    found, _ = await probe_filter_used(walker, facts)
    assert (found["list_changed"], found["address_changed"]) == (False, False)


async def test_where_all_products_fit_a_filter_one_of_another_kind_is_tried(visit: Visit) -> None:
    sizes = "".join(f'<input type="checkbox" id="s{n}" name="size" value="{n}"><label for="s{n}">{n}</label>' for n in (1, 2, 3))
    page = LIST.replace("<p>", f"<p>{sizes}</p><p>", 1)
    walker, facts = await visit({"/": page + WORKING})
    found, _ = await probe_filter_used(walker, facts)
    assert (found["filter"], found["list_changed"]) == ("Wool (4)", True)


async def test_a_list_without_filters_is_left_alone(visit: Visit) -> None:
    walker, facts = await visit({"/": f"<main><ul>{CARDS}</ul></main>"})
    found, _ = await probe_filter_used(walker, facts)
    assert found == "The list shows no filter that could be used."


def with_filters(inside: str, script: str = "", kind: str = "filters") -> str:
    """A list whose filters are no check boxes; `narrow(on)` leaves the woollen products."""
    narrowing = "function narrow(on) { for (const card of document.querySelectorAll('.oak')) card.hidden = on; }"
    return f'<main><div class="{kind}">{inside}</div><ul>{CARDS}</ul><script>{narrowing}{script}</script></main>'


BUTTONS = '<button type="button" class="value" onclick="{0}">Laine (4)</button><button type="button" class="value">Chêne (4)</button>'
TOGGLE = "const on = this.getAttribute('aria-pressed') !== 'true'; this.setAttribute('aria-pressed', on); narrow(on)"


@pytest.mark.parametrize(
    ("inside", "shown", "undone"),
    [
        (BUTTONS.format(TOGGLE), True, True),
        (BUTTONS.format("this.classList.toggle('on'); narrow(this.classList.contains('on'))"), True, True),
        (BUTTONS.format("narrow(true)"), False, False),
        (BUTTONS.format("narrow(true)") + "<style>.value:hover { background: yellow }</style>", False, False),
        (
            BUTTONS.format("narrow(true); document.querySelector('#used').hidden = false")
            + '<p id="used" hidden><span>Matière : laine</span> <button onclick="narrow(false)">×</button></p>',
            True,
            True,
        ),
        (f"<details><summary>Matière</summary>{BUTTONS.format(TOGGLE)}</details>", True, True),
        (
            '<button aria-expanded=false onclick="panel.hidden = false">Matière</button><div id=panel hidden>'
            + BUTTONS.format(TOGGLE + "; panel.hidden = true")
            + "</div>",
            True,
            True,
        ),
    ],
)
async def test_a_filter_may_be_a_button(visit: Visit, inside: str, shown: bool, undone: bool) -> None:
    walker, facts = await visit({"/": with_filters(inside)})
    found, _ = await probe_filter_used(walker, facts)
    assert (found["filter"], found["before"], found["after"], found["list_changed"]) == ("Laine (4)", 8, 4, True)
    assert (found["state_shown"], found["address_changed"], found["undone"]) == (shown, False, undone)


async def test_a_filter_may_be_a_link_that_asks_for_the_same_list(visit: Visit) -> None:
    links = '<ul><li><a href="/?stoff=wolle">Wolle</a></li><li><a href="/?stoff=eiche">Eiche</a></li></ul>'
    used = "if (location.search) { narrow(true); document.querySelector('.filters').innerHTML += '<a href=\"/\">Wolle entfernen</a>'; }"
    walker, facts = await visit({"/": with_filters(links, used)})
    found, _ = await probe_filter_used(walker, facts)
    assert (found["filter"], found["list_changed"], found["state_shown"]) == ("Wolle", True, True)
    assert (found["address_changed"], found["undone"]) == (True, True)


SCRIPTED = "<details open><summary>Famille</summary><ul>{}</ul></details>".format(
    "".join(f'<li><a href="{{0}}" onclick="event.preventDefault(); {{1}}">{name}</a></li>' for name in ("Laine", "Chêne"))
)
LINK_TOGGLE = (
    "const on = this.className !== 'on'; this.className = on ? 'on' : ''; narrow(on); history.replaceState(null, '', on ? '#laine' : '/')"
)


@pytest.mark.parametrize("address", ["#", "#!", "javascript:void(0)"])
@pytest.mark.parametrize(("script", "good"), [("narrow(true)", False), (LINK_TOGGLE, True)])
async def test_a_filter_may_be_a_link_to_nowhere_that_a_script_takes_over(visit: Visit, address: str, script: str, *, good: bool) -> None:
    walker, facts = await visit({"/": with_filters(SCRIPTED.format(address, script))})
    found, _ = await probe_filter_used(walker, facts)
    assert (found["filter"], found["list_changed"]) == ("Laine", True)
    assert (found["state_shown"], found["address_changed"], found["undone"]) == (good, good, good)


async def test_a_bare_number_sign_behind_the_address_tells_no_filter(visit: Visit) -> None:
    walker, facts = await visit({"/": with_filters(SCRIPTED.format("#", "narrow(true)").replace("event.preventDefault(); ", ""))})
    found, _ = await probe_filter_used(walker, facts)
    assert (found["list_changed"], found["address_changed"]) == (True, False)


async def test_links_to_nowhere_that_change_nothing_may_be_no_filters(visit: Visit) -> None:
    walker, facts = await visit({"/": with_filters(SCRIPTED.format("#", ""))})
    found, _ = await probe_filter_used(walker, facts)
    assert found == "No filter of the list could be used."


@pytest.mark.parametrize("name", ["Women", "Laine"])
@pytest.mark.parametrize("menu", ["<header><nav>{}</nav></header>", "<div>{}</div>"])
async def test_a_link_of_the_menu_called_like_the_filter_is_not_the_filter(visit: Visit, menu: str, name: str) -> None:
    page = with_filters(BUTTONS.format("narrow(true)").replace("Laine (4)", name))
    walker, facts = await visit({"/": menu.format(f'<a href="/">{name}</a><a href="/x">Chêne</a>') + page})
    found, _ = await probe_filter_used(walker, facts)
    assert (found["filter"], found["list_changed"], found["state_shown"], found["undone"]) == (name, True, False, False)


SIZES = "".join(f'<button type="button" onclick="{TOGGLE}">{size}</button>' for size in (38, 39, 40, 41))


async def test_sizes_are_filters_by_their_figures(visit: Visit) -> None:
    walker, facts = await visit({"/": with_filters(SIZES)})
    found, _ = await probe_filter_used(walker, facts)
    assert (found["filter"], found["state_shown"], found["undone"]) == ("38", True, True)


async def test_a_filter_that_left_its_list_is_told_beside_what_takes_it_back(visit: Visit) -> None:
    links = '<ol><li><a href="/?c=blue">Blue</a></li><li><a href="/?c=red">Red</a></li></ol>'
    used = """if (location.search) { narrow(true); document.querySelector('ol li').remove(); document.querySelector('.filters')
      .insertAdjacentHTML('afterbegin', '<p><span>Color</span> <span>Blue</span> <a href="/">Remove This Item</a></p>'); }"""
    walker, facts = await visit({"/": with_filters(links, used)})
    found, _ = await probe_filter_used(walker, facts)
    assert (found["list_changed"], found["state_shown"], found["undone"]) == (True, True, True)


@pytest.mark.parametrize(
    "inside",
    [
        '<span>Sortieren:</span> <a href="/?w=b">Beliebteste</a> <a href="/?w=n">Neueste</a>',
        '<span>Anzeigen:</span> <a href="/?w=24">24</a> <a href="/?w=48">48</a> <a href="/?w=96">96</a>',
        '<a href="/?product_list_order=price">Price</a><a href="/?product_list_order=name">Name</a>',
        '<a href="/wool">Wool</a><a href="/oak">Oak</a>',
        '<div class="sort-by"><a href="/?by=price">Price</a><a href="/?by=name">Name</a></div>',
        '<div class="pages"><a href="/?p=2">2</a><a href="/?p=3">3</a></div>',
        '<button type="button" onclick="narrow(true)">Only one button</button>',
        '<button class="filter-clear" onclick="narrow(true)">All</button><button class="filter-clear" onclick="narrow(true)">None</button>',
    ],
)
async def test_what_leads_elsewhere_or_serves_the_filters_is_none(visit: Visit, inside: str) -> None:
    walker, facts = await visit({"/": with_filters(inside)})
    found, _ = await probe_filter_used(walker, facts)
    assert found == "The list shows no filter that could be used."


async def test_buttons_that_change_nothing_may_be_no_filters(visit: Visit) -> None:
    walker, facts = await visit({"/": with_filters(BUTTONS.format(""))})
    found, _ = await probe_filter_used(walker, facts)
    assert found == "No filter of the list could be used."


@pytest.mark.parametrize(
    ("name", "tried"),
    [("Affiner", True), ("Filtern nach", True), ("絞り込み検索", True), ("Nos rayons", False), ("Das könnte Ihnen gefallen", False)],
)
@pytest.mark.parametrize("part", ['<aside aria-label="{name}">{inside}</aside>', "<aside><h2>{name}</h2>{inside}</aside>"])
async def test_a_part_is_known_as_filters_by_its_name(visit: Visit, name: str, tried: bool, part: str) -> None:
    inside = f"<fieldset><legend>Matière</legend>{BUTTONS.format('narrow(true)')}</fieldset>"
    page = with_filters("", kind="plain").replace("<ul>", part.format(name=name, inside=inside) + "<ul>", 1)
    walker, facts = await visit({"/": page})
    found, _ = await probe_filter_used(walker, facts)
    if tried:
        assert (found["filter"], found["list_changed"], found["state_shown"], found["undone"]) == ("Laine (4)", True, False, False)
    else:
        assert found == "The list shows no filter that could be used."
