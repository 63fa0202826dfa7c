import pytest

from auditor.config.naming import known_name


def test_a_known_name_is_returned() -> None:
    assert known_name("cart", ["home", "cart"], "stage") == "cart"


@pytest.mark.parametrize(
    ("name", "said"), [("crat", "there is no stage 'crat'. Did you mean cart?"), ("zzz", "there is no stage 'zzz'. Known: home, cart.")]
)
def test_an_unknown_name_is_refused_with_the_closest(name: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        known_name(name, ["home", "cart"], "stage")
