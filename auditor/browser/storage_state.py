"""A stored session as Playwright writes it: looked at before a browser is started, which would only say that it failed."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import BaseModel, Field, ValidationError, model_validator

from auditor.errors import ConfigError, first_fault


class _Item(BaseModel):
    name: str
    value: str


class _Cookie(_Item):
    url: str = ""
    domain: str = ""
    path: str = ""

    @model_validator(mode="after")
    def _has_a_place(self) -> Self:
        if not self.url and not (self.domain and self.path):
            raise ValueError("takes a domain and a path, or a url")
        return self


class _Origin(BaseModel):
    origin: str
    local_storage: list[_Item] = Field([], alias="localStorage")


class _StorageState(BaseModel):
    cookies: list[_Cookie] = []
    origins: list[_Origin] = []

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("it holds neither cookies nor origins")
        return self


def check_storage_state(file: Path) -> None:
    """Raise `ConfigError` for a file that is no storage state, naming what is wrong with it and none of its values."""
    try:
        _StorageState.model_validate_json(file.read_bytes())
    except OSError as error:
        raise ConfigError(f"The storage state {file} cannot be read: {error.strerror}.") from error
    except ValidationError as error:
        raise ConfigError(f"{file} is no storage state of Playwright: {first_fault(error)}.") from error
