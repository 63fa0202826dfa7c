from typing import Any

import pytest

from auditor.probes import linger
from auditor.probes.linger import probe_linger
from tests.auditor.probes.conftest import Visit

TURN = """
const slides = [...document.querySelectorAll(".slide")];
let at = 0, held = false;
const hold = (name, is) => document.querySelector(".hero").addEventListener(name, () => { held = HOLDS && is; });
hold("mouseenter", true);
hold("mouseleave", false);
setInterval(() => {
  if (held || at >= MOST) return;
  at += 1;
  slides.forEach((s, n) => s.classList.toggle("on", n === at % slides.length));
}, 400);
"""
WAYS = {
    "opacity": ".slide { position: absolute; inset: 0; opacity: 0; transition: opacity .1s; } .slide.on { opacity: 1; }",
    "display": ".slide { display: none; height: 400px; } .slide.on { display: block; }",
    "beside": ".hero { display: flex; } .slide { order: 2; flex: 0 0 100%; height: 400px; } .slide.on { order: 1; }",
    "narrow": ".hero { display: flex; } .slide { display: none; width: 240px; height: 120px; } .slide.on { display: block; }",
    "upon": ".slide { position: absolute; inset: 0; background: #ddd; } .slide.on { z-index: 2; }",
}
POP_UP = """
setTimeout(() => document.body.insertAdjacentHTML("beforeend",
  `<div id="pop" role="dialog" style="position: fixed; inset: 0; z-index: 9; background: #fff">
   <h2>Newsletter</h2><p>Join our newsletter</p><input type="email" placeholder="E-mail">
   <button>Subscribe</button><button>No thanks, I hate deals</button></div>`), 500);
"""


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linger, "_STAY", 1.3)
    monkeypatch.setattr(linger, "_LONGER", 0.6)
    monkeypatch.setattr(linger, "_EVERY", 60)
    monkeypatch.setattr(linger, "_ARRIVING", 0.3)


def home(way: str, *, holds: bool = False, most: int = 999, slides: int = 3) -> str:
    told = "".join(f'<div class="slide{" on" if n == 0 else ""}"><h2>Offer {n}</h2></div>' for n in range(slides))
    script = TURN.replace("HOLDS", "true" if holds else "false").replace("MOST", str(most))
    style = f".hero {{ position: relative; height: 400px; overflow: hidden; }} {WAYS[way]}"
    return f"<style>{style}</style><main><div class=hero>{told}</div><p>Bowls and plates</p></main><script>{script}</script>"


async def stayed(visit: Visit, page: str) -> dict[str, Any]:
    walker, facts = await visit({"/": page})
    walker.seen.append(facts)
    found, after = await probe_linger(walker, facts)
    assert after is facts
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("way", WAYS)
async def test_what_turns_by_itself_is_seen_however_it_is_built(visit: Visit, way: str) -> None:
    (group,) = (await stayed(visit, home(way)))["turning"]
    assert (group["selector"], group["slides"], group["pointer"]) == ("div.hero", 3, "turns")
    assert len(group["turns"]) >= 2


async def test_the_slide_that_is_shown_may_be_known_by_its_only_class(visit: Visit) -> None:
    page = home("opacity").replace('"slide on"', '"on"').replace('"slide"', '""').replace(".slide", ".hero > div")
    (group,) = (await stayed(visit, page))["turning"]
    assert (group["slides"], group["pointer"]) == (3, "turns")


async def test_what_the_pointer_stops_is_told(visit: Visit) -> None:
    (group,) = (await stayed(visit, home("opacity", holds=True)))["turning"]
    assert group["pointer"] == "stops"


@pytest.mark.parametrize(
    "page", [home("opacity", most=0), home("opacity", slides=1), "<main><section>One</section><section>Two</section></main>"]
)
async def test_what_stands_still_does_not_turn(visit: Visit, page: str) -> None:
    assert (await stayed(visit, page))["turning"] == []


async def test_what_changes_once_has_not_turned_twice(visit: Visit) -> None:
    assert all(len(group["turns"]) < 2 for group in (await stayed(visit, home("display", most=1)))["turning"])


async def test_a_window_that_comes_up_later_is_told_with_what_stands_on_it(visit: Visit) -> None:
    (layer,) = (await stayed(visit, f"{home('display')}<script>{POP_UP}</script>"))["layers"]
    assert (layer["kind"], layer["blocking"], layer["labels"]) == ("newsletter", True, ["Subscribe", "No thanks, I hate deals"])
    assert layer["came"] is not None
    assert 0 < layer["came"] < 1500


async def test_a_window_is_no_reason_to_say_that_the_pointer_stops_nothing(visit: Visit) -> None:
    found = await stayed(visit, f"{home('opacity', holds=True)}<script>{POP_UP}</script>")
    assert [group["pointer"] for group in found["turning"]] == ["stops"]


async def test_a_home_page_that_does_not_open_is_told(visit: Visit) -> None:
    walker, facts = await visit({"/": "<p>Home</p>"})
    await visit({"/": None, "/bowls": "<p>Bowls</p>"}, "/bowls")
    walker.seen.append(facts)
    found, _ = await probe_linger(walker, facts)
    assert isinstance(found, str)


async def test_a_line_that_runs_through_the_window_is_no_banner(visit: Visit) -> None:
    line = "".join(f'<span style="flex: 0 0 256px">News {n}</span>' for n in range(20))
    page = f"""<main><div style="overflow: hidden">
    <div id="line" style="display: flex; width: 5120px; height: 40px">{line}</div></div></main>
    <script>let x = 0; setInterval(() => {{ x -= 60; line.style.transform = `translateX(${{x}}px)`; }}, 60);</script>"""
    assert (await stayed(visit, page))["turning"] == []
