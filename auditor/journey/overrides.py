"""What the journey is told instead of finding it out: the `[journey]` settings as the stages use them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from auditor.config.journey import is_address
from auditor.errors import ConfigError
from auditor.journey.hook_file import Hook, Hooks, load_hooks
from auditor.model.stage import Stage
from auditor.words.message import say

if TYPE_CHECKING:
    from auditor.config.settings import Settings


@dataclass(frozen=True)
class Override:
    """What one stage is told; empty parts are found out."""

    url: str = ""
    selector: str = ""
    text: str = ""
    skip: bool = False

    @property
    def control(self) -> str:
        """The setting that names a control, with its value; "" if none does."""
        return (
            say("selector “{selector}”", selector=self.selector)
            if self.selector
            else say("text “{text}”", text=self.text)
            if self.text
            else ""
        )


@dataclass(frozen=True)
class Login:
    """An account to log in with."""

    user: str
    password: str = field(repr=False)
    url: str = ""


@dataclass(frozen=True)
class Overrides:
    """All that is configured; `product` and `search` are "" where the journey chooses. Addresses are in full."""

    product: str = ""
    search: str = ""
    stages: Mapping[Stage, Override] = field(default_factory=dict)
    login: Login | None = None
    hooks: Hooks = field(default_factory=Hooks)
    known_customer: bool = False

    def of(self, stage: Stage) -> Override:
        """Return what a stage is told."""
        return self.stages.get(stage, _NOTHING)

    def hook(self, name: str) -> Hook | None:
        """Return a hook by its name, such as `before_cart`."""
        return self.hooks.steps.get(name)

    @property
    def product_name(self) -> str:
        """The product's name, "" where it is told by its address or not at all."""
        return "" if is_address(self.product) else self.product

    @property
    def product_url(self) -> str:
        """The product's address, "" where there is none."""
        return self.product if is_address(self.product) else self.of(Stage.PRODUCT).url

    @property
    def tells_product(self) -> bool:
        """Whether it is not left to the journey which product to buy."""
        told = self.of(Stage.PRODUCT)
        return bool(self.product or told.url or told.control or self.hook(Stage.PRODUCT.value))

    @property
    def leads_to_product(self) -> bool:
        """Whether a product can be come by although no list of products is found."""
        return self.tells_product or bool(self.search) or self.hook(Stage.SEARCH.value) is not None


_NOTHING = Override()


def setting(stage: Stage, name: str) -> str:
    """Name a setting as a reader finds it in the file."""
    return say("[journey.stages.{stage}] {name}", stage=stage, name=name)


def overrides_from(url: str, settings: Settings) -> Overrides:
    """Make the overrides of a shop from the settings and load the hooks.

    Raises `ConfigError` for a file of hooks that is wrong and for a login without a password.
    """
    journey = settings.journey
    login = None
    if journey.login is not None:
        if not settings.login_password:
            raise ConfigError("[journey.login] needs the password of its user in the environment variable AUDITOR_LOGIN_PASSWORD.")
        login = Login(journey.login.user, settings.login_password, _full(url, journey.login.url))
    if journey.product and Stage.PRODUCT in journey.stages and journey.stages[Stage.PRODUCT].url:
        raise ConfigError("The product is told twice: by [journey] product and by [journey.stages.product] url. Keep one of them.")
    return Overrides(
        product=_full(url, journey.product) if is_address(journey.product) else journey.product,
        search=journey.search,
        stages={stage: Override(_full(url, told.url), told.selector, told.text, told.skip) for stage, told in journey.stages.items()},
        login=login,
        hooks=load_hooks(journey.hooks) if journey.hooks else Hooks(),
        known_customer=login is not None or settings.storage_state is not None,
    )


def _full(base: str, address: str) -> str:
    return urljoin(base, address) if address else ""
