"""What the documents name is there: commands and their options, exit codes, settings, files, links."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from auditor.cli.main import cli
from auditor.config.settings import Settings
from auditor.errors import ExitCode
from auditor.lexicon import LANGUAGES
from auditor.shopper.identity import countries

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
README = TEXTS["README.md"]
CONTEXT = click.Context(cli)
COMMANDS = cli.list_commands(CONTEXT)
OF_PYTEST = set(re.findall(r"addoption\(\"(--[a-z-]+)", (ROOT / "auditor" / "pytest_plugin" / "plugin.py").read_text(encoding="utf-8")))


def command_lines(text: str) -> Iterator[list[str]]:
    """Every `auditor ...` of a document, in running text, tables and code, split as a shell would."""
    fenced = re.sub(r"^```(\w+)\n.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    for line in [*re.findall(r"^    (.+)$", fenced, flags=re.MULTILINE), *re.findall(r"`([^`\n]+)`", fenced)]:
        words = shlex.split(line, comments=True) if line.count("'") % 2 == 0 and line.count('"') % 2 == 0 else line.split()
        start = next((place for place, word in enumerate(words) if word == "auditor" or word.endswith("bin/auditor")), None)
        if start is not None and len(words) > start + 1 and words[start + 1][0].isalpha():
            yield words[start + 1 :]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_and_options_exist(name: str) -> None:
    for words in command_lines(TEXTS[name]):
        command = cli.get_command(CONTEXT, words[0])
        assert command is not None, words
        known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}
        given = {word.partition("=")[0] for word in words[1:] if re.match(r"-{1,2}[a-z]", word)}
        assert given <= known, words


def test_the_readme_shows_command_lines() -> None:
    assert len(list(command_lines(README))) >= 20


def test_every_command_stands_in_the_readme() -> None:
    listed = re.findall(r"^\| `auditor ([a-z]+)", README, flags=re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)


def test_options_named_alone_exist() -> None:
    commands = [cli.get_command(CONTEXT, command) for command in COMMANDS]
    known = {option for command in commands if command for parameter in command.params for option in parameter.opts}
    known |= {"--help", *OF_PYTEST}
    named = {option for name in ("README.md", "CHANGELOG.md") for option in re.findall(r"`(--[a-z-]+)", TEXTS[name])}
    assert named
    assert named <= known


def test_the_options_of_the_pytest_plugin_are_told() -> None:
    told = (ROOT / "docs" / "pytest.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(--shop-[a-z-]+)", told, flags=re.MULTILINE)) == OF_PYTEST


def test_every_exit_code_stands_in_the_readme() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d) \|", README, flags=re.MULTILINE)] == sorted(ExitCode)


def test_the_example_configuration_is_valid() -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)
    Settings.model_validate(tomllib.loads(example))
    assert {name.lower() for name in re.findall(r"\bAUDITOR_([A-Z_]+[A-Z])", README)} <= set(Settings.model_fields)


def test_counted_languages_and_countries_are_right() -> None:
    for name in ("README.md", "CHANGELOG.md"):
        assert re.findall(r"(\d+) countries", TEXTS[name]) == [str(len(countries()))]
        assert re.findall(r"[Ww]ords of (\d+) languages", TEXTS[name]) == [str(len(LANGUAGES))]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", TEXTS[name]):
        path, _, anchor = target.partition("#")
        if "://" in path:
            continue
        file = ROOT / path if path else ROOT / name
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert anchor in {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}, target


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_named_in_documents_exist(name: str) -> None:
    named = re.findall(r"`((?:auditor|checks|reports|tests|docs|benchmarks)/[\w./-]*)`", TEXTS[name])
    made_by_readers = {"checks/auditor_checks/navigation/page_titles.py", "tests/checks/navigation/test_page_titles.py"}
    missing = [path for path in named if path not in made_by_readers and not (ROOT / path).exists()]
    assert missing == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_make_targets_exist(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make\s([a-z]+)`|^    make ([a-z]+)", TEXTS[name], flags=re.MULTILINE):
        assert re.search(rf"^{''.join(target)}:", makefile, flags=re.MULTILINE), target
