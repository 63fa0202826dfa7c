import pytest
from auditor_reports.view.journeys import consent_sentence, is_about_shop, stops_of, where_it_ended, why_it_ended

from auditor.api import FAILURES
from tests.auditor.specimens import walked
from tests.reports.results import step


def test_all_nine_stages_are_told_in_order() -> None:
    stops = stops_of(walked("failed", "home", steps=[step("cart", "failed", reason="add_error", attempts=3), step("home")]))
    assert [stop.title for stop in stops] == [
        "Home page", "Category", "Search", "Product", "Cart", "Checkout", "Address", "Delivery", "Payment",
    ]  # fmt: skip
    assert [stop.outcome for stop in stops] == ["reached", *["not_tried"] * 3, "failed", *["not_tried"] * 4]
    cart = stops[4]
    assert (cart.word, cart.attempts, cart.reason, cart.reached) == ("stopped here", "3 attempts", FAILURES["add_error"].sentence, False)


def test_proofs_are_told_from_hints() -> None:
    (home,) = [s for s in stops_of(walked(steps=[step("home", signals=["product in the cart (hard)", "the address"])])) if s.reached]
    assert (home.proofs, home.hints) == (("product in the cart",), ("the address",))


@pytest.mark.parametrize(
    ("journey", "where"),
    [
        (walked(), ""),
        (walked("failed", "product", steps=[step("product"), step("cart", "failed")]), "Cart"),
        (walked("failed", "product", steps=[step("product"), step("search", "not_found")]), "Cart"),
        (walked("blocked", None), "Home page"),
        (walked("interrupted", "shipping"), "Payment"),
        (walked("failed", "payment"), "Payment"),
    ],
)  # fmt: skip
def test_it_is_told_where_a_journey_ended(journey: object, where: str) -> None:
    assert where_it_ended(journey) == where  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "message", "why"),
    [
        ("add_error", "", FAILURES["add_error"].sentence),
        ("add_error", "The shop said: sold out.", "The shop said: sold out."),
        (None, "Stopped by hand.", "Stopped by hand."),
        ("made_up", "", ""),
        (None, "bot_wall", FAILURES["bot_wall"].sentence),
    ],
)
def test_it_is_told_why_a_journey_ended(code: str | None, message: str, why: str) -> None:
    assert why_it_ended(walked("failed", "home", failure_code=code, message=message)) == why


@pytest.mark.parametrize(
    ("ended", "code", "about"),
    [
        ("failed", "add_error", True), ("failed", "engine_error", False), ("failed", None, False), ("interrupted", None, False),
        ("blocked", None, True), ("login_required", "account_required", True),
    ],
)  # fmt: skip
def test_faults_of_the_tool_are_none_of_the_shop(ended: str, code: str | None, about: bool) -> None:
    assert is_about_shop(walked(ended, "home", failure_code=code)) is about


@pytest.mark.parametrize(
    ("consent", "words"),
    [
        ({}, "No cookie banner was met."),
        ({"seen": True, "choice": "rejected", "button": "Nein"}, "was refused with “Nein”."),
        ({"seen": True, "choice": "accepted"}, "was accepted, because no refusal worked."),
        ({"seen": True}, "no answer to it worked."),
        ({"seen": True, "choice": "hypnotised"}, "is not known."),
    ],
)
def test_the_answer_to_a_cookie_banner_is_told(consent: dict[str, object], words: str) -> None:
    assert consent_sentence(consent).endswith(words)
