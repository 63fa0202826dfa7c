from pathlib import Path
from typing import Any

import pytest

from auditor.config.load import load_config
from auditor.config.settings import Profile, Settings
from auditor.config.weighing import jurisdictions_of, policy_of
from auditor.errors import ConfigError
from auditor.score.policy import profiles


def settings(**told: Any) -> Settings:
    return Settings.model_validate(told)


def test_every_profile_can_be_chosen() -> None:
    assert list(Profile.__args__) == list(profiles())  # type: ignore[attr-defined]


def test_profile_weights_and_share_make_the_policy() -> None:
    made = policy_of(settings(profile="accessibility", weights={"speed": 1}, mobile_share=0.5))
    assert (made.weights["accessibility"], made.weights["speed"], made.mobile_share) == (40, 1, 0.5)


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({}, set()),
        ({"jurisdiction": ["eu", "uk"]}, {"eu", "uk"}),
        ({"profile": "legal-eu"}, {"eu"}),
        ({"country": "de"}, {"eu"}),
        ({"country": "GB"}, {"uk"}),
        ({"country": "US"}, {"us"}),
        ({"country": "NO"}, set()),
        ({"country": "GB", "profile": "legal-eu"}, {"eu", "uk"}),
        ({"country": "DE", "jurisdiction": ["us"]}, {"us"}),
    ],
)
def test_law_is_judged_where_somebody_named_it(told: dict[str, Any], named: set[str]) -> None:
    assert jurisdictions_of(settings(**told)) == named


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[weights]\nspeeed = 3", "weights from FILE: there is no category 'speeed'. Did you mean speed?"),
        ("[weights]\nspeed = -3", "weights from FILE: Input should be greater than or equal to 0"),
        ('profile = "fast"', "profile from FILE: Input should be 'balanced', 'checkout', 'legal-eu' or 'accessibility'"),
        ('jurisdiction = ["fr"]', "jurisdiction from FILE: Input should be 'eu', 'uk' or 'us'"),
        ("mobile_share = 2", "mobile_share from FILE"),
        ('[mending]\nspeed-lcp = "XXL"', "mending from FILE: Input should be 'XS', 'S', 'M', 'L' or 'XL'"),
    ],
)
def test_what_cannot_be_weighed_is_refused_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "auditor.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config({}, file=file, environ={})
    assert words.replace("FILE", str(file)) in str(caught.value)


def test_weights_of_nothing_at_all_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one category"):
        settings(weights=dict.fromkeys(profiles()["balanced"], 0))
