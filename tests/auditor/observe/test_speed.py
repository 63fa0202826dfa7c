"""The one time limit among the tests: what a large page costs to observe is promised."""

from __future__ import annotations

from auditor.observe.observer import Observer
from tests.auditor.pages import Pages

MILLISECONDS = 150
_TRIES = 15  # the best one counts: a busy machine makes every one of them slower than the page is
_PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
_CARD = f"""<article class="card"><a href="/p"><img src="{_PICTURE}" width="120" height="120" alt="Blanket"></a><h3><a href="/p">
Wool blanket</a></h3><p class="price"><s>€ 49,00</s> <b>€ 45,00</b></p><span class="tag">New</span><div class="row"><label>Qty
<input type="number" value="1"></label><button class="add">Add to cart</button><i></i></div></article>"""


async def test_a_page_of_5000_elements_is_observed_in_150_milliseconds(pages: Pages) -> None:
    async with pages.tab(f"<main>{358 * _CARD}</main>") as tab:
        observer = Observer(tab.page)
        best = seen = await observer.observe()
        for _ in range(_TRIES - 1):
            if best.milliseconds <= MILLISECONDS:
                break
            best = min(best, await observer.observe(), key=lambda o: o.milliseconds)
    assert 5000 <= seen.elements <= 5100
    assert len(seen.controls) >= 1500
    assert best.milliseconds <= MILLISECONDS
