"""The [journey] table: what is understood, and that every mistake in it is named with where it stands."""

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.config.journey import JourneySettings, is_address
from auditor.config.load import Config, load_config
from auditor.errors import ConfigError
from auditor.model.stage import Stage

TABLE = """
[journey]
product = "Linen shirt"
search = "shirt"
hooks = "steps/hooks.py"
geolocation = "52.52, 13.40"

[journey.login]
url = "/account"
user = "tester@shop.example"

[journey.stages.category]
url = "https://shop.example/all"

[journey.stages.cart]
selector = "#add"

[journey.stages.checkout]
text = "On to the till"

[journey.stages.search]
skip = true
"""


def loaded(folder: Path, text: str = "", *, environ: dict[str, str] | None = None, **hints: Any) -> Config:
    (folder / "auditor.toml").write_text(text, encoding="utf-8")
    return load_config({"journey": hints or None}, folder=folder, environ=environ or {})


def refused(folder: Path, text: str = "", **given: Any) -> str:
    with pytest.raises(ConfigError) as caught:
        loaded(folder, text, **given)
    return str(caught.value).replace(str(folder / "auditor.toml"), "FILE")


def test_the_whole_table_is_understood(tmp_path: Path) -> None:
    journey = loaded(tmp_path, TABLE).settings.journey
    assert (journey.product, journey.search, journey.coordinates) == ("Linen shirt", "shirt", (52.52, 13.40))
    assert journey.hooks == tmp_path / "steps" / "hooks.py"
    assert journey.login is not None
    assert (journey.login.url, journey.login.user) == ("/account", "tester@shop.example")
    stages = journey.stages
    assert (stages[Stage.CATEGORY].url, stages[Stage.CART].selector) == ("https://shop.example/all", "#add")
    assert (stages[Stage.CHECKOUT].text, stages[Stage.SEARCH].skip) == ("On to the till", True)


def test_without_the_table_nothing_is_told(tmp_path: Path) -> None:
    journey = loaded(tmp_path).settings.journey
    assert journey == JourneySettings()
    assert journey.coordinates is None


def test_a_flag_replaces_one_hint_and_leaves_the_others(tmp_path: Path) -> None:
    config = loaded(tmp_path, TABLE, product="/p/shirt")
    assert (config.settings.journey.product, config.settings.journey.search) == ("/p/shirt", "shirt")
    assert config.origins["journey.product"] == "--product"
    assert config.origins["journey.stages.cart.selector"] == config.origins["journey.search"] == str(tmp_path / "auditor.toml")


def test_the_environment_takes_the_table_as_json(tmp_path: Path) -> None:
    config = loaded(tmp_path, TABLE, environ={"AUDITOR_JOURNEY": json.dumps({"stages": {"cart": {"url": "/cart"}}})})
    cart = config.settings.journey.stages[Stage.CART]
    assert (cart.url, cart.selector) == ("/cart", "#add")
    assert config.origins["journey.stages.cart.url"] == "AUDITOR_JOURNEY"


def test_paths_are_relative_to_the_file_they_stand_in_and_else_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "set-up").mkdir()
    (tmp_path / "set-up" / "nightly.toml").write_text('storage_state = "state.json"\n[journey]\nhooks = "hooks.py"')
    monkeypatch.chdir(tmp_path)
    settings = load_config({}, file=Path("set-up/nightly.toml"), environ={}).settings
    assert (settings.storage_state, settings.journey.hooks) == (Path("set-up/state.json"), Path("set-up/hooks.py"))
    given = load_config({"journey": {"hooks": "hooks.py"}}, file=Path("set-up/nightly.toml"), environ={}).settings
    assert given.journey.hooks == Path("hooks.py")


# -- mistakes ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[journey]\nprodct = "x"', "There is no setting called 'prodct' in [journey] (FILE). Did you mean product?"),
        (
            '[journey.stages.cart]\nselektor = "x"',
            "There is no setting called 'selektor' in [journey.stages.cart] (FILE). Did you mean selector?",
        ),
        ('[journey.login]\nuser = "x"\nlink = "/"', "There is no setting called 'link' in [journey.login] (FILE). Known: url, user."),
        ('[journey.stages.chekout]\nurl = "/"', "There is no stage called 'chekout' in [journey.stages] (FILE). Did you mean checkout?"),
        (
            '[journey.stages.xyzzy]\nurl = "/"',
            "There is no stage called 'xyzzy' in [journey.stages] (FILE). Known: home, category, search, product, cart, checkout,",
        ),
        (
            "[journey.stages.cart]\nskip = true",
            "journey.stages.cart.skip from FILE: the stage cart cannot be skipped, a purchase goes through it. Only category and search",
        ),
        ('[journey.stages.cart]\nselector = "a"\ntext = "b"', "journey.stages.cart from FILE: takes a selector or a text, not both."),
        (
            '[journey.stages.search]\nskip = true\ntext = "b"',
            "journey.stages.search from FILE: is skipped, so it takes no url, selector or text.",
        ),
        (
            '[journey.stages.cart]\nurl = "cart"',
            "journey.stages.cart.url from FILE: must be an address: https://… or a path of the shop such as /cart (it is 'cart').",
        ),
        ("[journey.login]", "journey.login.user from FILE: Field required."),
        ("journey = 3", "journey from FILE: must be a table."),
        ("[journey]\nstages = 3", "journey.stages from FILE: must be a table."),
        ("[journey.stages]\ncart = 3", "journey.stages.cart from FILE: must be a table."),
        ("[journey.stages.cart]\nskip = 'maybe'", "journey.stages.cart.skip from FILE: Input should be a valid boolean"),
    ],
)
def test_a_mistake_is_named_with_where_it_stands(tmp_path: Path, text: str, said: str) -> None:
    assert refused(tmp_path, text).startswith(said)


@pytest.mark.parametrize("given", ["north", "1", "1,2,3", "91,0", "0,181", "nan,nan"])
def test_a_place_that_is_none_on_earth_is_refused(tmp_path: Path, given: str) -> None:
    assert refused(tmp_path, geolocation=given).startswith("journey.geolocation from --geolocation: must be ")


@pytest.mark.parametrize("given", ["ftp://shop.example/", "https://", "https://a b/", "https://[shop"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, given: str) -> None:
    assert "must be an address" in refused(tmp_path, product=given)


# -- secrets -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        'login_password = "hush-hush"',
        '[journey.login]\nuser = "x"\npassword = "hush-hush"',
        '[journey.login]\nuser = ["hush-hush"]',
        '[journey]\nproduct = "https://user:hush-hush@shop.example/"',
    ],
)
def test_a_password_in_a_file_is_refused_without_being_shown(tmp_path: Path, text: str) -> None:
    said = refused(tmp_path, text)
    assert "FILE" in said
    assert "hush" not in said


def test_the_password_comes_from_the_environment_and_is_not_stored(tmp_path: Path) -> None:
    config = loaded(tmp_path, TABLE, environ={"AUDITOR_LOGIN_PASSWORD": "hush-hush"})
    assert config.settings.login_password == "hush-hush"
    stored = json.dumps(config.public())
    assert "hush-hush" not in stored
    assert "tester@shop.example" not in stored
    assert config.public()["journey"]["product"] == "Linen shirt"


@pytest.mark.parametrize(
    ("text", "address"), [("/p/1", True), ("https://shop.example/p", True), ("Linen shirt 1/2", False), ("shirt", False)]
)
def test_a_product_is_an_address_or_a_name(text: str, address: bool) -> None:
    assert is_address(text) is address
    assert JourneySettings(product=text).product == text
