"""Knows in which pipeline the tool runs, and which reports that pipeline reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.config.settings import Settings

# variable that is set there -> the formats that are written besides the usual ones; the first that fits counts
_READ: Mapping[str, tuple[str, ...]] = {
    "GITHUB_ACTIONS": ("github", "markdown", "sarif", "junit"),
    "GITLAB_CI": ("gitlab", "junit"),
    **dict.fromkeys(("CI", "JENKINS_URL", "TF_BUILD", "TEAMCITY_VERSION"), ("junit",)),
}
_NO = {"", "0", "false", "no", "off"}


@dataclass(frozen=True)
class Pipeline:
    """A pipeline: the variable it is known by and the reports to write in it when nobody asked for others."""

    variable: str
    formats: tuple[str, ...]


def pipeline_of(environ: Mapping[str, str]) -> Pipeline | None:
    """Return the pipeline this runs in, None on a person's machine."""
    for variable, formats in _READ.items():
        if environ.get(variable, "").strip().lower() not in _NO:
            return Pipeline(variable, (*Settings.model_fields["formats"].default, *formats))
    return None
