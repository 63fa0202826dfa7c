from auditor.probes.second_product import probe_second_product
from tests.auditor.probes.conftest import Visit

LIST = "".join(
    f'<li class="card"><a href="/{name.lower()}"><img src="data:," width="200" height="200" alt=""><h3>{name}</h3></a><p>€20.00</p></li>'
    for name in ("Vase", "Bowl", "Lamp", "Carpet")
)
HOME = f"<main><ul>{LIST}</ul></main>"
VASE = "<main><h1>Vase</h1><p>€20.00</p><form><button type='submit'>Add to cart</button></form></main>"
BOWL = "<main><h1>Bowl</h1><p>€20.00</p><button>Add to cart</button><h2>Recently viewed</h2><a href='/vase'>Vase</a></main>"


async def test_the_first_product_is_looked_for_on_the_page_of_another(visit: Visit) -> None:
    walker, home = await visit({"/": HOME, "/vase": VASE, "/bowl": BOWL})
    walker.seen.append(home)
    await walker.tab.goto("https://shop.example/vase")
    facts = await walker.look()
    found, after = await probe_second_product(walker, facts)
    assert (found["url"], found["links"]) == ("https://shop.example/bowl", 1)
    assert "Recently viewed" in found["headings"]
    assert after is facts
    assert walker.tab.page.url == "https://shop.example/vase"


async def test_without_another_product_there_is_nothing_to_open(visit: Visit) -> None:
    walker, facts = await visit({"/vase": VASE}, "/vase")
    found, _ = await probe_second_product(walker, facts)
    assert found == "No other product was seen in the shop's lists."
