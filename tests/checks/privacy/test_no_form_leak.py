import pytest
from auditor_checks.privacy.no_form_leak import no_form_leak

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, disclosure, request


def test_data_that_stays_with_those_who_carry_out_the_order_passes(shop: Shop) -> None:
    sent = [disclosure("https://api.shop.example/a", place="body"), disclosure("https://api.stripe.com/v1", place="body")]
    shop.walk().page(Stage.ADDRESS, typed=sent)
    assert outcome(no_form_leak, shop).kind is Kind.PASS


def test_hash_that_reaches_a_tracker_fails(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, typed=[disclosure("https://www.facebook.com/tr", written="sha256")])
    found = outcome(no_form_leak, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert "Meta got the e-mail address (sha256)." in found.message


@pytest.mark.parametrize("way", [{"written": "md5"}, {"kind": "image"}, {"kind": "beacon"}])
def test_the_ways_of_trackers_fail_whoever_it_is(shop: Shop, way: dict[str, str]) -> None:
    shop.walk().page(Stage.ADDRESS, typed=[{**disclosure("https://seen.example.net/p"), **way}])
    assert outcome(no_form_leak, shop).kind is Kind.FAIL


def test_a_portrait_asked_for_by_hash_warns(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, typed=[disclosure("https://www.gravatar.com/avatar", written="md5")])
    assert outcome(no_form_leak, shop).kind is Kind.WARN


def test_unknown_company_warns(shop: Shop) -> None:
    told = disclosure("https://lookup.example.net/check", what="phone number", place="body")
    shop.walk().page(Stage.ADDRESS, typed=[told, told])
    found = outcome(no_form_leak, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)


@pytest.mark.parametrize(
    ("measured", "kind"),
    [
        ("https://data.example.net/g/collect?v=2&tid=G-ABC123DEF4&cid=534297193.1700000000", Kind.FAIL),
        ("https://data.example.net/widget?v=2", Kind.WARN),
        ("https://shop.example/g/collect?v=2&tid=G-ABC123DEF4&cid=534297193.1700000000", Kind.WARN),  # not the one that was told
    ],
)
def test_a_host_that_measures_visits_works_for_no_order(shop: Shop, measured: str, kind: Kind) -> None:
    told = disclosure("https://rec.example.net/events", place="body")
    shop.walk().page(Stage.HOME, network=[request(measured)]).page(Stage.ADDRESS, typed=[told])
    assert outcome(no_form_leak, shop).kind is kind


def test_without_a_form_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CART).missed(Stage.ADDRESS, "An account is demanded.")
    assert outcome(no_form_leak, shop).kind is Kind.NOT_MEASURABLE
