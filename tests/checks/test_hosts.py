import pytest
from auditor_checks.hosts import host_of, is_insecure, is_local, same_site, site_of, stands_under


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.shop.example.co.uk", "example.co.uk"),
        ("SHOP.example.de", "example.de"),
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "localhost"),
    ],
)
def test_site_of_a_host(host: str, site: str) -> None:
    assert site_of(host) == site


def test_subdomains_are_the_same_site_and_neighbours_under_a_suffix_are_not() -> None:
    assert same_site("pay.shop.example.com", "example.com")
    assert not same_site("one.co.uk", "two.co.uk")


def test_this_machine_is_trusted_without_encryption() -> None:
    assert is_local("127.0.0.1")
    assert not is_insecure("http://127.0.0.1:8000/")
    assert is_insecure("HTTP://shop.example/")
    assert not is_insecure("https://shop.example/")


def test_a_broken_address_names_no_host() -> None:
    assert host_of("http://[broken") == ""


def test_a_domain_stands_for_its_subdomains_only() -> None:
    assert stands_under("js.stripe.com", frozenset({"stripe.com"}))
    assert not stands_under("notstripe.com", frozenset({"stripe.com"}))
