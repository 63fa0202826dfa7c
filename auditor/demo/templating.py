"""Templating: the Jinja environment of one shop, with its words and its way to write money everywhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

from auditor.demo.datafile import HERE
from auditor.demo.delivery import free_from
from auditor.demo.payment_methods import badges
from auditor.demo.places import country_names

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

    from auditor.demo.assets import Assets
    from auditor.demo.catalogue import Catalogue
    from auditor.demo.shape import Shape
    from auditor.demo.wording import Wording


class CompiledOnce(BytecodeCache):
    """Templates compiled by one shop, for the next shops of the same process."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand out what was compiled before."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled now."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = CompiledOnce()


def environment(wording: Wording, shape: Shape, catalogue: Catalogue, assets: Assets) -> Environment:
    """Templates that know the shop; a name that is missing is an error, never an empty spot."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    env.globals.update(
        t=wording.t,
        wording=wording,
        words=wording.word,
        path=wording.path,
        money=wording.money,
        number=wording.number,
        lang=wording.lang,
        shape=shape,
        catalogue=catalogue,
        assets=assets,
        badges=badges(wording),
        free_from=free_from(wording),
        year=date.today().year,
        box="shop-island" if shape.rendering.endswith("shadow") else "div",
        all_countries=country_names(wording.market.locale),
        family_first=wording.lang == "ja",
    )
    macros = env.get_template("parts/macros.html").module
    env.globals.update({name: getattr(macros, name) for name in dir(macros) if not name.startswith("_")})
    return env
