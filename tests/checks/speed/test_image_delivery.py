from auditor_checks.speed.image_delivery import image_delivery

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, request, vitals

SRC = "https://shop.example/vase.jpg"


def judged(shop: Shop, natural: tuple[int, int], size: int, *, src: str = SRC, lazy: bool = False, largest: str = "") -> Outcome:
    page = Page()
    page.picture(alt="Vase", box=(0, 0, 300, 300), natural=list(natural), src=src, **({"lazy": True} if lazy else {}))
    timings = vitals(LCP=900)
    timings["vitals"]["LCP"]["url"] = largest
    shop.walk().page(Stage.HOME, page, network=[request(src, size=size, kind="image")], timings=timings)
    return outcome(image_delivery, shop, Stage.HOME)


def test_pictures_in_their_size_pass(shop: Shop) -> None:
    assert judged(shop, (600, 600), 400_000).kind is Kind.PASS


def test_a_picture_far_too_large_fails_with_its_file_named(shop: Shop) -> None:
    found = judged(shop, (4000, 4000), 900_000)
    assert (found.kind, "vase.jpg" in found.findings[0].message) == (Kind.FAIL, True)


def test_a_picture_too_large_is_warned_of(shop: Shop) -> None:
    assert judged(shop, (4000, 4000), 300_000).kind is Kind.WARN


def test_a_lazy_main_picture_is_warned_of(shop: Shop) -> None:
    assert judged(shop, (600, 600), 40_000, lazy=True, largest=SRC).kind is Kind.WARN


def test_a_lazy_thumbnail_that_shows_the_main_pictures_file_is_not_the_main_picture(shop: Shop) -> None:
    page = Page()
    page.picture(alt="Vase", box=(0, 400, 80, 80), natural=[600, 600], src=SRC, lazy=True)
    page.picture(alt="Vase", box=(0, 0, 300, 300), natural=[600, 600], src=SRC)
    timings = vitals(LCP=900)
    timings["vitals"]["LCP"]["url"] = SRC
    shop.walk().page(Stage.HOME, page, network=[request(SRC, size=40_000, kind="image")], timings=timings)
    assert outcome(image_delivery, shop, Stage.HOME).kind is Kind.PASS


def test_drawings_are_not_concerned(shop: Shop) -> None:
    assert judged(shop, (4000, 4000), 900_000, src="https://shop.example/vase.svg").kind is Kind.NOT_APPLICABLE


def test_what_is_not_listed_is_counted(shop: Shop) -> None:
    page, names = Page(), [f"https://shop.example/vase-{number}.jpg" for number in range(8)]
    for src in names:
        page.picture(alt="Vase", box=(0, 0, 300, 300), natural=[4000, 4000], src=src)
    shop.walk().page(Stage.HOME, page, network=[request(src, size=300_000, kind="image") for src in names], timings=vitals(LCP=900))
    found = outcome(image_delivery, shop, Stage.HOME)
    assert (len(found.findings), found.unlisted) == (6, 2)
