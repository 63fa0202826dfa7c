import pytest
from auditor_reports.view.parties import party_of


@pytest.mark.parametrize(
    ("host", "party"),
    [
        ("www.shop.example", "shop.example"),
        ("cdn.shop.co.uk", "shop.co.uk"),
        ("SHOP.example.", "shop.example"),
        ("127.0.0.1", "127.0.0.1"),
        ("[::1]", "::1"),
        ("localhost", "localhost"),
        ("", ""),
    ],
)
def test_a_host_belongs_to_its_registrable_domain(host: str, party: str) -> None:
    assert party_of(host) == party
