"""What a large page costs to observe, in multiples of what no observer can do without.

The promise of 150 ms for 5,000 elements is about a machine: two cores of 2026 took 81 to 113 ms. What a test can hold on any
machine is the ratio to asking each element for its style and its place once.
"""

from __future__ import annotations

from auditor.observe.observer import Observer
from tests.auditor.pages import Pages

MOST = 12.0  # times the unavoidable; measured: 4.7 to 6.6
_TRIES = 12  # the best one of each counts: a busy machine makes some of them slower than the page is
_PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
_CARD = f"""<article class="card"><a href="/p"><img src="{_PICTURE}" width="120" height="120" alt="Blanket"></a><h3><a href="/p">
Wool blanket</a></h3><p class="price"><s>€ 49,00</s> <b>€ 45,00</b></p><span class="tag">New</span><div class="row"><label>Qty
<input type="number" value="1"></label><button class="add">Add to cart</button><i></i></div></article>"""
_UNAVOIDABLE = """() => {
  const started = performance.now();
  let seen = 0;
  for (const e of document.querySelectorAll("*")) {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    if (style.visibility === "visible" && style.display !== "none" && style.opacity !== "0" && box.width > 0) seen += 1;
  }
  return performance.now() - started;
}"""


async def test_a_page_of_5000_elements_is_observed_at_a_small_multiple_of_the_unavoidable(pages: Pages) -> None:
    async with pages.tab(f"<main>{358 * _CARD}</main>") as tab:
        observer = Observer(tab.page)
        # In turns, so that a machine that is busy for a while is so for both.
        pairs = [(await observer.observe(), float(await tab.page.evaluate(_UNAVOIDABLE))) for _ in range(_TRIES)]
    seen, unavoidable = [o for o, _ in pairs], min(least for _, least in pairs)
    assert 5000 <= seen[0].elements <= 5100
    assert len(seen[0].controls) >= 1500
    ratio = min(o.milliseconds for o in seen) / unavoidable
    assert ratio <= MOST
