"""The three parts of an audit: record, judge, report. Each works on a run folder; `auditor run` does all three."""

from __future__ import annotations

import asyncio
import json
import re
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from click import unstyle

from auditor.brand.brand import Brand
from auditor.brand.reading import read_brand
from auditor.config.load import Config
from auditor.config.ruling import reach_of, rules_of
from auditor.config.settings import Settings
from auditor.config.settings_file import SettingsFile
from auditor.config.weighing import jurisdictions_of, policy_of
from auditor.earlier import earlier_run
from auditor.errors import AuditorError, BrowserError, ConfigError, ExitCode, PluginError, RecordingError, ReportError, first_fault
from auditor.events import Events, ReportWritten
from auditor.gate.evidence import is_cut_short
from auditor.gate.gaps import EVIDENCE, is_accounted_for
from auditor.gate.reaching import REACH
from auditor.gate.rules import GateRules
from auditor.model.check import Check, Effort
from auditor.model.outcome import Kind
from auditor.plan import make_plan
from auditor.plugins.discovery import load_catalogue
from auditor.plugins.renderers import load_renderer, renderer_names
from auditor.record.layout import MANIFEST, RECORDING, RESULT
from auditor.record.manifest import TOOL
from auditor.reporting import Document, Renderer, ReportInput
from auditor.result.model import JourneyResult, Result
from auditor.result.survey import SurveyResult
from auditor.words.catalogue import voice_for
from auditor.writing import write_atomically

# The settings that judging goes by; all others in a result are those of its recording.
_JUDGING = (
    *("only", "skip", "checks", "profile", "weights", "mobile_share", "jurisdiction", "mending", "ask_vendor", "survey"),
    *("gate", "exit_zero"),
)
_WEIGHING = ("profile", "weights", "mobile_share", "jurisdiction", "country")


def checked_url(url: str) -> str:
    """Return the shop's address with its scheme; raises `ConfigError` for what is no web address."""
    full = url if "://" in url else f"https://{url}"
    try:
        parts = urlsplit(full)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in parts.netloc and parts.port != 0
    except ValueError:  # a port that is none, half an IPv6 address
        good = False
    if "@" in re.split(r"[/?#]", full.partition("://")[2])[0]:  # an address is stored and shown, a password must not be
        raise ConfigError("Leave user and password out of the address. Set AUDITOR_BASIC_AUTH to user:password and add --basic-auth.")
    if not good:
        raise ConfigError(f"{url!r} is not a web address. Give the shop's address, such as https://shop.example.")
    return full


def verify_folder(run: Path, option: str = "--output") -> None:
    """Refuse a run folder that holds something else than an earlier audit; raises `ConfigError`. `option` is what names the folder."""
    if run.exists() and not run.is_dir():
        raise ConfigError(f"{run} is a file. Give a folder with {option}.")
    if run.is_dir() and any(run.iterdir()) and not ((run / RECORDING / MANIFEST).is_file() or _is_ours(run / RESULT)):
        why = f" (its {RESULT} is damaged, or of another tool)" if (run / RESULT).exists() else ""
        raise ConfigError(f"The folder {run} is not empty and holds no earlier audit{why}. Choose another one with {option}.")


def _is_ours(file: Path) -> bool:
    """Whether a file is a result of this tool, of whatever version; others call theirs `result.json` too."""
    try:
        told = json.loads(file.read_bytes())
        return isinstance(told["schema_version"], str) and told["tool"]["name"] == TOOL
    except (OSError, ValueError, LookupError, TypeError):
        return False


def prepare_folder(run: Path) -> None:
    """Make the run folder; raises `ConfigError` rather than write into a folder that holds something else."""
    verify_folder(run)
    try:
        run.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"The folder {run} cannot be made: {error.strerror}. Choose another one with --output.") from error


def record_run(url: str, config: Config, checks: Sequence[Check], run: Path, events: Events) -> bool:
    """Record a shop into a run folder; returns whether it was interrupted (Ctrl-C, SIGTERM).

    Raises `BrowserError`, `ConfigError`, and `RecordingError` when the disk takes no more.
    """
    from auditor.record.instructions import instructions
    from auditor.record.session import record

    told = instructions(url, config.settings, events.say)  # mistakes are told before a folder is made
    made = not run.exists()
    prepare_folder(run)
    forget_audit(run)
    plan = make_plan(checks, probes=config.settings.probes, everything=not config.settings.only)
    try:
        return asyncio.run(_cancelled_by_signals(lambda: record(url, config, plan, run, events, told.overrides, told.demanded)))
    except (BrowserError, ConfigError):
        if made:
            _remove_if_empty(run)  # nothing was recorded
        raise
    except OSError as error:
        if error.strerror is None:
            raise  # a broken connection or the like, not the disk
        raise RecordingError(f"The recording in {run} cannot be written: {error.strerror}.") from error


def forget_audit(run: Path) -> None:
    """Remove result and reports of an earlier audit: they would be taken for those of the next one if that comes to nothing."""
    _forget_result(run)
    _forget_reports(run)


def _forget_result(run: Path) -> None:
    with suppress(FileNotFoundError):
        (run / RESULT).unlink()


def _forget_reports(run: Path) -> None:
    """Remove the reports of an earlier audit, of every format that is known; other files are none of ours."""
    if not any(run.glob("report*")):
        return  # spares loading every renderer
    for name in renderer_names():
        with suppress(PluginError):  # told where its format is asked for
            suffix = load_renderer(name).suffix
            if suffix and (file := _usual_place(run, name, suffix)).is_file():
                file.unlink()


def _usual_place(run: Path, name: str, suffix: str) -> Path:
    """Return where a report stands that was asked for without a path."""
    return run / (RESULT if name == "json" else f"report{suffix}")


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


async def _cancelled_by_signals(work: Callable[[], Any]) -> bool:
    """Run the recording so that Ctrl-C and SIGTERM cancel it in order, once."""
    task = asyncio.ensure_future(work())
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, task.cancel)
        except NotImplementedError:  # Windows: Ctrl-C arrives as KeyboardInterrupt, which asyncio.run turns into a cancel
            continue
    return bool(await task)


def judge_run(run: Path, checks: Sequence[Check], config: Config, broken: Sequence[str] = ()) -> Result:
    """Judge a run folder's recording and write `result.json`; needs no browser.

    `broken` are sentences on plugins whose checks are missing. Raises `RecordingError` for a folder that holds no readable
    recording, `ConfigError` for a survey that cannot be read.
    """
    survey = read_survey(config)
    if (run / RECORDING / MANIFEST).is_file():
        _forget_result(run)  # where judging ends early, no result of before may pass for its own
    result = judged(run, checks, config, broken, survey)
    write_atomically(run / RESULT, f"{result.model_dump_json(indent=1)}\n")
    return result


def judged(run: Path, checks: Sequence[Check], config: Config, broken: Sequence[str] = (), survey: SurveyResult | None = None) -> Result:
    """Judge a run folder's recording and write nothing. Raises `RecordingError` for a folder that holds no readable recording."""
    from auditor.judge.indications import judge_under
    from auditor.record.recording import Recording
    from auditor.result.assemble import Terms, assemble

    recording = Recording.load(run)
    settings = config.settings
    rules = rules_of(settings, [journey.journey.device for journey in recording.journeys], broken)
    public = config.public()
    terms = Terms(policy_of(settings), tuple(settings.ask_vendor), survey, tuple(broken), {key: public[key] for key in _JUDGING})
    return assemble(recording, judge_under(recording, checks, jurisdictions_of(settings)), rules, terms)


def terms_of(run: Path) -> dict[str, Any]:
    """Return how the shop of a run folder is to be weighed, as its audit was told; nothing where that cannot be read."""
    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError):  # what is wrong with it is told by who reads it whole
        told = json.loads((run / RECORDING / MANIFEST).read_text(encoding="utf-8"))["config"]
        usual = Settings.model_validate({}).model_dump(mode="json")
        return {key: told[key] for key in _WEIGHING if told.get(key, usual[key]) != usual[key]}
    return {}


def read_survey(config: Config) -> SurveyResult | None:
    """Read the configured survey, None where there is none; raises `ConfigError` for one that cannot be read."""
    from auditor.survey.surveying import surveyed

    return surveyed(config.settings.survey)


def load_result(run: Path) -> Result:
    """Read `result.json` of a run folder; raises `RecordingError` naming what is wrong with it."""
    from pydantic import ValidationError

    file = run / RESULT
    if not file.is_file():
        raise RecordingError(f"{run} holds no {RESULT}. Run `auditor judge {run}` first.")
    try:
        return Result.model_validate_json(file.read_bytes())
    except ValidationError as error:
        raise RecordingError(f"{file} cannot be read: {first_fault(error)}. Run `auditor judge {run}` again.") from error


def report_run(
    run: Path,
    result: Result,
    settings: Settings,
    show: Callable[[str], None],
    earlier: Result | None = None,
    brand: Brand | None = None,
    settings_file: SettingsFile | None = None,
    events: Events | None = None,
) -> list[Path]:
    """Write the asked reports (NAME or NAME=PATH); returns the files. `show` prints formats that make no file.

    `earlier` is what to compare with, else the newest comparable result beside the run folder. `brand` is what `read_brand`
    made of the settings, where that was done already, `settings_file` is where a code review shows findings. A report that breaks costs the
    others nothing. `events` hears of each file. Raises `PluginError` for an unknown format and `ConfigError` for an unknown
    language or a brand that cannot be used before any report is made, `ReportError` when one cannot be made or written.
    """
    catalogue = _explained(result, settings.checks)
    renderers = {name: load_renderer(name) for name in (wanted.partition("=")[0] for wanted in settings.formats)}
    modules = [*(check.judge.__module__ for check in catalogue.values()), *(type(renderer).__module__ for renderer in renderers.values())]
    plugins = {module.partition(".")[0] for module in modules}
    voice = voice_for(settings.lang, result.wording, sorted(plugins))
    brand = brand or read_brand(settings.brand)
    earlier = earlier or earlier_run(result, run)
    report = ReportInput(result, run, catalogue, voice, earlier, brand, settings.report.paper, settings_file or SettingsFile())
    written: list[Path] = []
    failures: list[str] = []
    for wanted in settings.formats:
        name, _, path = wanted.partition("=")
        renderer = renderers[name]
        try:
            document = _rendered(renderer, report)
        except AuditorError as error:
            failures.append(str(error))
            continue
        if isinstance(document, str) and not renderer.suffix:
            if not path:
                show(document)
                continue
            document = unstyle(document)  # colours are for the terminal
        target = Path(path) if path else _usual_place(run, name, renderer.suffix)
        if name == "json" and target == run / RESULT:
            continue  # judging wrote it
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(target, document)
        except OSError as error:
            raise ReportError(f"The report {target} cannot be written: {error.strerror}.") from error
        written.append(target)
        if events is not None:
            events.tell(ReportWritten(format=name, path=str(target)))
    if failures:
        raise ReportError(" ".join(failures))
    return written


def _explained(result: Result, folders: Sequence[Path]) -> dict[str, Check]:
    """Return the checks with their explanations, and with the efforts that the audit knew better."""
    told = {name: Effort(effort) for name, effort in result.config.get("mending", {}).items()}
    return {c.id: replace(c, effort=told.get(c.id, c.effort)) for c in load_catalogue(folders).checks}


def _rendered(renderer: Renderer, report: ReportInput) -> Document:
    """Render a report; a plugin that breaks is named."""
    try:
        return renderer.render(report)
    except AuditorError:
        raise
    except Exception as error:
        raise ReportError(f"The report format {renderer.name} broke ({type(error).__name__}: {error}).") from error


def _is_told(journey: JourneyResult, result: Result) -> bool:
    """Whether a rule on how far a way must lead was decided: then the gate answers for it, whether it is kept or broken."""
    decided = {"passed", "failed"}
    return any(rule.rule == REACH and rule.device == journey.device and rule.outcome in decided for rule in result.gate.rules)


def exit_code(result: Result, *, interrupted: bool, exit_zero: bool) -> ExitCode:
    """Say what the command ends with; an audit that could not be completed is never green."""
    if interrupted or any(j.ended == "interrupted" for j in result.journeys):
        return ExitCode.INTERRUPTED
    if not result.journeys or any(is_cut_short(j) and not _is_told(j, result) for j in result.journeys):
        return ExitCode.NOT_COMPLETED
    if any(v.outcome == Kind.ERROR.value for v in result.verdicts) or (result.broken_plugins and not result.config.get("only")):
        return ExitCode.NOT_COMPLETED
    if not any(Kind(v.outcome).scores for v in result.verdicts):
        return ExitCode.NOTHING_JUDGED
    if any(rule.rule == EVIDENCE and rule.outcome != "passed" for rule in result.gate.rules):
        return ExitCode.NOT_COMPLETED
    if not result.gate.passed and not exit_zero:
        return ExitCode.GATE_FAILED
    return ExitCode.PASSED


def recording_code(run: Path, settings: Settings, *, interrupted: bool) -> ExitCode:
    """Say what recording alone ends with: what `exit_code` would say of its journeys, whatever their judgement will be."""
    from auditor.record.recording import Recording
    from auditor.result.assemble import journey_result

    journeys = [journey_result(record) for record in Recording.load(run).journeys]
    if interrupted or any(journey.ended == "interrupted" for journey in journeys):
        return ExitCode.INTERRUPTED
    rules = GateRules(must_reach=reach_of(settings, [journey.device for journey in journeys]))
    complete = bool(journeys) and all(is_accounted_for(rules, journey) for journey in journeys)
    return ExitCode.PASSED if complete else ExitCode.NOT_COMPLETED
