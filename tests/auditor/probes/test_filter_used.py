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
    assert found == "The list shows no filter that could be ticked."
