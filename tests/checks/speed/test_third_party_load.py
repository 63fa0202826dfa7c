from auditor_checks.speed.third_party_load import third_party_load

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, request

KIB = 1024


def judged(shop: Shop, *scripts: tuple[str, int]) -> Outcome:
    shop.walk().page(Stage.CHECKOUT, network=[request(f"https://{host}/x.js", size=size * KIB) for host, size in scripts])
    return outcome(third_party_load, shop)


def test_own_and_needed_scripts_pass(shop: Shop) -> None:
    assert judged(shop, ("static.shop.example", 2000), ("js.stripe.com", 900)).kind is Kind.PASS


def test_many_tags_fail_with_their_hosts_named(shop: Shop) -> None:
    found = judged(shop, ("www.googletagmanager.com", 500), ("static.hotjar.com", 400))
    assert (found.kind, found.value) == (Kind.FAIL, 900)
    assert {f.key for f in found.findings} == {"googletagmanager.com", "hotjar.com"}


def test_unknown_hosts_are_no_more_than_warned_of(shop: Shop) -> None:
    assert judged(shop, ("assets.unknown.example.org", 5000)).kind is Kind.WARN


def test_many_small_calls_of_tags_are_warned_of(shop: Shop) -> None:
    assert judged(shop, *[("bat.bing.com", 1)] * 8).kind is Kind.WARN


def test_no_checkout_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.CHECKOUT, "A login was asked for.")
    assert outcome(third_party_load, shop).kind is Kind.NOT_MEASURABLE
