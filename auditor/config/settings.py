"""Every setting of an audit, with its default and what it is for. Its JSON Schema is `auditor schema config`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from auditor.config.branding import BrandSettings, ReportSettings
from auditor.config.gate import GateSettings
from auditor.config.history import HistorySettings
from auditor.config.journey import JourneySettings
from auditor.config.lighthouse import LighthouseSettings
from auditor.config.survey import SurveySettings
from auditor.config.weighing import known_categories
from auditor.model.check import Effort

Throttle = Literal["none", "slow-4g", "fast-4g"]
Profile = Literal["balanced", "checkout", "legal-eu", "accessibility"]
Jurisdiction = Literal["eu", "uk", "us"]
Share = Annotated[float, Field(ge=0, le=1)]


class Settings(BaseModel):
    """The resolved configuration of one audit."""

    model_config = ConfigDict(extra="forbid")

    devices: list[str] = Field(["desktop", "mobile"], min_length=1, description="desktop, mobile, or names of Playwright's device registry")
    only: list[str] = Field([], description="run only these checks, categories or stages")
    skip: list[str] = Field([], description="leave these checks, categories or stages out")
    checks: list[Path] = Field([], description="folders with checks of one's own, one Python file each")
    formats: list[str] = Field(["html", "json", "terminal"], description="reports to write: NAME or NAME=PATH")
    lang: str = Field("en", description="language of the reports, such as de or fr-CH")
    country: str = Field("", description="ISO 3166 code of the test shopper; empty: the shop's own")
    locale: str = Field("", description="language the browser asks for, such as de-DE; empty: en-US")
    email: str = Field("", description="the test shopper's e-mail address; empty: a reserved address that reaches nobody")
    probes: bool = Field(True, description="try active probes, such as sending a form empty")
    platform_hints: bool = Field(True, description="let knowledge of shop systems nudge the ranking")
    languages: list[str] = Field([], description="restrict the words the journey knows to these languages; empty: all")
    runs: Annotated[int, Field(ge=1, le=15)] = Field(1, description="page loads per timing; the median counts")
    throttle: Throttle = Field("none", description="network and processor of a slower device")
    browser: Literal["chromium", "chrome", "msedge", "firefox", "webkit"] = Field("chromium", description="browser to drive")
    headed: bool = Field(False, description="show the browser window")
    max_seconds: Annotated[float, Field(gt=0)] = Field(600, description="hard limit for recording all devices, in seconds")
    headers: dict[str, str] = Field({}, description="extra HTTP headers for every request")
    storage_state: Path | None = Field(None, description="Playwright storage state to start with")
    basic_auth: str = Field("", description="user:password for HTTP authentication; from AUDITOR_BASIC_AUTH")
    proxy: str = Field("", description="proxy server for the browser")
    journey: JourneySettings = Field(default=JourneySettings(), description="hints for shops or set-ups that need one")
    lighthouse: LighthouseSettings = Field(default=LighthouseSettings(), description="pages that Lighthouse CI measures besides")
    login_password: SkipJsonSchema[str] = Field(default="", description="password of journey.login; from AUDITOR_LOGIN_PASSWORD alone")
    profile: Profile = Field("balanced", description="what the categories weigh: balanced, checkout, legal-eu or accessibility")
    weights: Annotated[dict[str, Annotated[int, Field(ge=0, le=1000)]], AfterValidator(known_categories)] = Field(
        {}, description="weights of single categories, in place of the profile's"
    )
    mobile_share: Share = Field(0.6, description="how much the phone counts where both devices were looked at, from 0 to 1")
    jurisdiction: list[Jurisdiction] = Field(
        [], description="whose law is judged, as indications: eu, uk, us; empty: that of --country or of the profile, if any"
    )
    mending: dict[str, Effort] = Field({}, description="what mending takes here, per check: XS, S, M, L, XL, in place of the usual")
    ask_vendor: list[str] = Field([], description="checks whose failures only the vendor of the shop system can mend")
    survey: SurveySettings = Field(default=SurveySettings(), description="answers of customers to show beside the audit")
    gate: GateSettings = Field(default=GateSettings(), description="what fails a release")
    exit_zero: bool = Field(False, description="exit with 0 although the gate failed")
    report: ReportSettings = Field(default=ReportSettings(), description="how reports are laid out")
    brand: BrandSettings = Field(default=BrandSettings(), description="whose report it is")
    history: HistorySettings = Field(default=HistorySettings(), description="where past runs are kept")


SECRET = {"basic_auth", "headers", "login_password"}
OF_REPORTS = {"report", "brand"}
"""Tables that may be others each time a report is written, so a recording does not keep them."""
OF_MACHINES = {"history"}
"""Tables about where an audit is made, which a recording does not keep either."""
