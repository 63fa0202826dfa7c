"""Files of step hooks: what is taken from them, and that every mistake is named with file and line before anything runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from auditor.errors import ConfigError, ExitCode
from auditor.journey.hook_file import NAMES, described, load_hooks

RECORDED = """import asyncio
from playwright.async_api import Playwright, async_playwright, expect


async def run(playwright: Playwright) -> None:
    browser = await playwright.chromium.launch(headless=False)
    page = await browser.new_page()
    await page.goto("https://shop.example/")


async def main() -> None:
    async with async_playwright() as playwright:
        await run(playwright)


asyncio.run(main())
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "hooks.py"
    file.write_text(text, encoding="utf-8")
    return file


def refused(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load_hooks(written(folder, text))
    assert caught.value.exit_code is ExitCode.USAGE
    return str(caught.value).replace(str(folder / "hooks.py"), "FILE")


async def test_hooks_are_taken_by_their_names(tmp_path: Path) -> None:
    hooks = load_hooks(
        written(
            tmp_path,
            "from dataclasses import dataclass\n"
            "import re\n"
            "from playwright.async_api import Page, expect\n"
            "@dataclass\nclass Kept:\n    what: str\n"
            "def _helper():\n    return 'x'\n"
            "def as_text(value):\n    return str(value)\n"
            "async def before_cart(page: Page) -> None:\n    page.append(Kept(_helper()).what)\n"
            "async def product(page, *, slowly=False):\n    page.append('product')\n"
            "async def after_payment(*anything):\n    pass\n",
        )
    )
    assert set(hooks.steps) == {"before_cart", "product", "after_payment"}
    seen: list[str] = []
    await hooks.steps["before_cart"](cast(Any, seen))
    await hooks.steps["product"](cast(Any, seen))
    assert seen == ["x", "product"]


def test_every_stage_has_three_hooks() -> None:
    assert len(NAMES) == 27
    assert {"before_home", "search", "after_payment"} <= set(NAMES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n\nasync def before_chekout(page):\n    pass", "There is no hook called before_chekout. Did you mean before_checkout?"),
        ("async def afterproduct(page):\n    pass", "There is no hook called afterproduct. Did you mean after_product?"),
        ("async def shiping(page):\n    pass", "There is no hook called shiping. Did you mean shipping?"),
        ("async def before_the_fun_starts(page):\n    pass", "There is no hook called before_the_fun_starts."),
        ("def cart(page):\n    pass", "The hook cart must be `async def cart(page)`. (FILE, line 1)"),
        ("async def cart():\n    pass", "The hook cart must take one argument, the page: `async def cart(page)`. (FILE, line 1)"),
        ("async def cart(page, shop):\n    pass", "The hook cart must take one argument"),
        ("async def cart(page, *, shop):\n    pass", "The hook cart must take one argument"),
        ("x = 1", "FILE has no step hook. It takes async def before_<stage>(page), after_<stage>(page) or <stage>(page)."),
        ("async def cart(page)\n    pass", "The file of hooks is no valid Python (FILE, line 1: expected ':')."),
        ("return 1", "The file of hooks is no valid Python (FILE, line 1: 'return' outside function)."),
        ("a = '\0'", "The file of hooks is no valid Python (FILE"),
        ("\nraise RuntimeError('no way')", "The file of hooks broke while it was loaded (FILE, line 2): RuntimeError: no way"),
        ("exit(0)", "The file of hooks broke while it was loaded (FILE, line 1): SystemExit: 0"),
        ("import nothing_of_this_name", "The file of hooks broke while it was loaded (FILE, line 1): ModuleNotFoundError: No module"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    assert refused(tmp_path, text).startswith(said)


def test_the_line_of_a_misspelt_hook_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path, "\n\nasync def before_chekout(page):\n    pass").endswith("(FILE, line 3)")


@pytest.mark.parametrize("starter", ["async_playwright", "sync_playwright"])
def test_a_whole_recorded_script_is_refused_and_not_run(tmp_path: Path, starter: str) -> None:
    ran = tmp_path / "ran"
    text = f"open({str(ran)!r}, 'w').close()\n{RECORDED.replace('async_playwright', starter)}"
    said = refused(tmp_path, text)
    assert "a browser of its own, with no guard against ordering" in said
    assert said.endswith("(FILE, line 13)")
    assert not ran.exists()


def test_a_misspelt_hook_keeps_the_file_from_being_run(tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    refused(tmp_path, f"open({str(ran)!r}, 'w').close()\nasync def before_chekout(page):\n    pass")
    assert not ran.exists()


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.py cannot be read: No such file or directory"):
        load_hooks(tmp_path / "none.py")
    (tmp_path / "binary.py").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(ConfigError, match=r"binary\.py is no text in UTF-8"):
        load_hooks(tmp_path / "binary.py")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("no such size\nand more"), "ValueError: no such size"),
        (KeyError(), "KeyError"),
        (
            RuntimeError('Locator.fill: Timeout 30000ms exceeded.\nCall log:\n  - waiting for get_by_label("PIN")\n  - fill("hush-hush")'),
            'RuntimeError: Locator.fill: Timeout 30000ms exceeded.: waiting for get_by_label("PIN")',
        ),
    ],
)
def test_an_error_is_told_in_one_line_without_what_was_typed(error: Exception, said: str) -> None:
    assert described(error) == said
