"""From settings to what the stages are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from auditor.config.settings import Settings
from auditor.errors import ConfigError
from auditor.journey.overrides import Overrides, overrides_from, setting
from auditor.model.stage import Stage

SHOP = "https://shop.example/en/"


def made(journey: dict[str, Any], **others: Any) -> Overrides:
    return overrides_from(SHOP, Settings.model_validate({"journey": journey, **others}))


def test_nothing_told_is_nothing() -> None:
    overrides = made({})
    assert overrides == Overrides()
    assert not overrides.tells_product
    assert not overrides.leads_to_product
    assert overrides.hook("cart") is None
    assert overrides.of(Stage.CART).control == ""


def test_paths_are_paths_of_the_shop() -> None:
    overrides = made({"product": "/p/1", "stages": {"cart": {"url": "/cart"}, "checkout": {"url": "https://pay.example/c"}}})
    assert overrides.product_url == "https://shop.example/p/1"
    assert overrides.of(Stage.CART).url == "https://shop.example/cart"
    assert overrides.of(Stage.CHECKOUT).url == "https://pay.example/c"


def test_a_product_is_told_by_address_by_name_or_by_its_stage() -> None:
    by_address, by_name = made({"product": "https://shop.example/p/1"}), made({"product": "Linen shirt"})
    assert (by_address.product_url, by_address.product_name) == ("https://shop.example/p/1", "")
    assert (by_name.product_url, by_name.product_name) == ("", "Linen shirt")
    by_stage = made({"stages": {"product": {"url": "/p/1"}}})
    assert by_stage.product_url == "https://shop.example/p/1"
    assert all(
        o.tells_product and o.leads_to_product for o in (by_address, by_name, by_stage, made({"stages": {"product": {"text": "x"}}}))
    )
    by_search = made({"search": "shirt"})
    assert by_search.leads_to_product
    assert not by_search.tells_product


def test_a_product_told_twice_is_refused() -> None:
    with pytest.raises(ConfigError, match="told twice"):
        made({"product": "/p/1", "stages": {"product": {"url": "/p/2"}}})


def test_a_login_needs_its_password_from_the_environment() -> None:
    with pytest.raises(ConfigError, match="AUDITOR_LOGIN_PASSWORD"):
        made({"login": {"user": "a@b.example"}})
    login = made({"login": {"user": "a@b.example", "url": "/login"}}, login_password="hush-hush").login
    assert login is not None
    assert (login.url, login.user, login.password) == ("https://shop.example/login", "a@b.example", "hush-hush")
    assert "hush-hush" not in repr(login)


def test_hooks_are_loaded(tmp_path: Path) -> None:
    file = tmp_path / "hooks.py"
    file.write_text("async def product(page):\n    pass")
    overrides = made({"hooks": str(file)})
    assert overrides.hook("product") is not None
    assert overrides.tells_product


def test_a_setting_is_named_as_it_stands_in_the_file() -> None:
    override = made({"stages": {"cart": {"selector": "#add"}}}).of(Stage.CART)
    assert setting(Stage.CART, override.control) == "[journey.stages.cart] selector “#add”"
