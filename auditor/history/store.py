"""Stores runs and reads them back; the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, Table, and_, delete, func, insert, or_, select
from sqlalchemy.exc import IntegrityError

from auditor.history.database import opened, reading, writing
from auditor.history.layout import brought_up_to_date
from auditor.history.model import PastRun, Run, RunJourney, RunMetric, SiteHistory
from auditor.history.tables import CATEGORIES, FINDINGS, JOURNEYS, METRICS, RUNS
from auditor.history.taking import Entry, Evidence

if TYPE_CHECKING:
    from sqlalchemy import URL

Added = Literal["added", "known", "renewed"]
"""What became of a run that was given to the store: new, stored already, or judged anew since."""
_PARTS = (CATEGORIES, JOURNEYS, METRICS, FINDINGS)
_SOME = 500  # values in one statement; databases have limits
_COUNTED = select(RUNS.c.site, func.count().label("runs")).group_by(RUNS.c.site)
_LISTS = {"categories", "journeys", "metrics"}


@dataclass(frozen=True)
class Wanted:
    """Which runs are asked for: of a site or host (empty: all), since a moment, the newest `limit` per site (None: all).

    `details` are the key measures and the count of evidence that came and went, which take a while for thousands of runs.
    """

    site: str = ""
    since: datetime | None = None
    limit: int | None = None
    details: bool = False


@contextmanager
def kept_at(place: URL) -> Iterator[Store]:
    """Open the store of a place and bring its tables up to date; raises `HistoryError`, and `UsageError` for a newer one."""
    with opened(place) as engine:
        brought_up_to_date(engine)
        yield Store(engine)


class Store:
    """The runs in one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, entry: Entry) -> Added:
        """Store a run. One that is stored already is replaced where it was judged anew since."""
        try:
            return self._add(entry)
        except IntegrityError:  # another process stored it in between: now it is known
            return self._add(entry)

    def read(self, wanted: Wanted) -> list[SiteHistory]:
        """Return the runs asked for by site, that with the newest run first; within a site the newest run first."""
        with reading(self._engine) as connection:
            listed = list(connection.execute(_listed(wanted)))
            stored = {row.site: row.runs for row in connection.execute(_COUNTED)}
            parts = _Parts(connection, [row.id for row in listed], measures=wanted.details)
            pairs = [(row.id, row.before) for row in listed if row.before] if wanted.details else []
            moved = _moved(connection, pairs)
        sites: dict[str, list[PastRun]] = defaultdict(list)
        for row in sorted(listed, key=lambda row: row.site):  # here, since databases differ in the order of letters
            sites[row.site].append(_past(row, parts, moved))
        latest = {row.site: row.started_at for row in reversed(listed)}
        sites = dict(sorted(sites.items(), key=lambda item: latest[item[0]], reverse=True))
        return [SiteHistory(site=site, host=runs[0].host, stored=stored[site], runs=runs) for site, runs in sites.items()]

    def folders_before(self, run: Run, most: int = 5) -> list[str]:
        """Return the run folders of the runs before one that are like it, the newest first."""
        older = RUNS.c.started_at < datetime.fromisoformat(run.started_at)
        like = and_(RUNS.c.site == run.site, RUNS.c.likeness == run.likeness, RUNS.c.folder != "", older)
        newest = select(RUNS.c.folder).where(like).order_by(RUNS.c.started_at.desc(), RUNS.c.id).limit(most)
        with reading(self._engine) as connection:
            return list(connection.execute(newest).scalars())

    def names(self) -> list[tuple[str, str]]:
        """Return the sites with their hosts, by name."""
        with reading(self._engine) as connection:
            return sorted((row.site, row.host) for row in connection.execute(select(RUNS.c.site, RUNS.c.host).distinct()))

    def prune(self, *, keep: int | None = None, before: datetime | None = None, site: str = "", pretend: bool = False) -> int:
        """Delete what is not among the newest `keep` of its site, and what began before a moment; returns how many runs that is."""
        rank = func.row_number().over(partition_by=RUNS.c.site, order_by=(RUNS.c.started_at.desc(), RUNS.c.id)).label("rank")
        ranked = select(RUNS.c.id, RUNS.c.started_at, rank).where(_of(site)).subquery()
        rules = []
        if keep is not None:
            rules.append(ranked.c.rank > keep)
        if before is not None:
            rules.append(ranked.c.started_at < before)
        if not rules:
            return 0
        with writing(self._engine) as connection:
            ids = [row.id for row in connection.execute(select(ranked.c.id).where(or_(*rules)))]
            for some in () if pretend else _in_parts(ids):
                connection.execute(delete(RUNS).where(RUNS.c.id.in_(some)))
        return len(ids)

    def _add(self, entry: Entry) -> Added:
        run = entry.run
        with writing(self._engine) as connection:
            known = connection.execute(select(RUNS).where(RUNS.c.id == run.id)).one_or_none()
            if known is not None:
                stored = Entry(_run(known, _Parts(connection, [run.id])), _evidence(connection, run.id))
                entry = _told_before(entry, stored)
                if entry == stored:
                    return "known"
                connection.execute(delete(RUNS).where(RUNS.c.id == run.id))
            for table, rows in _rows(entry):
                if rows:
                    connection.execute(insert(table), [{key: _storable(value) for key, value in row.items()} for row in rows])
        return "added" if known is None else "renewed"


def _of(site: str) -> ColumnElement[bool]:
    """Return the condition for the runs of a site, named by its address or host; all for ""."""
    return or_(RUNS.c.site == site.rstrip("/"), RUNS.c.host == site.lower()) if site else RUNS.c.id.is_not(None)


def _listed(wanted: Wanted) -> Select[Any]:
    """Select runs with the one before that is like them, whether or not that one is asked for too."""
    newest = (RUNS.c.started_at.desc(), RUNS.c.id)
    alike, oldest = (RUNS.c.site, RUNS.c.likeness), (RUNS.c.started_at, RUNS.c.id.desc())
    beside = (  # narrow: databases sort all runs for it
        select(
            RUNS.c.id,
            RUNS.c.started_at,
            func.lag(RUNS.c.id).over(partition_by=alike, order_by=oldest).label("before"),
            (RUNS.c.score - func.lag(RUNS.c.score).over(partition_by=alike, order_by=oldest)).label("change"),
            func.row_number().over(partition_by=RUNS.c.site, order_by=newest).label("rank"),
        )
        .where(_of(wanted.site))
        .subquery()
    )
    conditions = [beside.c.rank <= wanted.limit] if wanted.limit is not None else []
    if wanted.since is not None:
        conditions.append(beside.c.started_at >= wanted.since)
    told = select(RUNS, beside.c.before, beside.c.change).join(beside, beside.c.id == RUNS.c.id)
    return told.where(and_(True, *conditions)).order_by(beside.c.rank)


class _Parts:
    """What belongs to some runs, read with a few statements however many runs there are."""

    def __init__(self, connection: Connection, ids: Sequence[str], *, measures: bool = True) -> None:
        self.categories: dict[str, dict[str, int | None]] = defaultdict(dict)
        self.journeys: dict[str, list[RunJourney]] = defaultdict(list)
        self.metrics: dict[str, list[RunMetric]] = defaultdict(list)
        for row in sorted(_read(connection, CATEGORIES, ids), key=lambda row: row.category):
            self.categories[row.run_id][row.category] = row.score
        for row in sorted(_read(connection, JOURNEYS, ids), key=lambda row: row.device):
            self.journeys[row.run_id].append(
                RunJourney(
                    device=row.device,
                    ended=row.ended,
                    deepest_stage=row.deepest_stage,
                    failure_code=row.failure_code,
                    seconds=row.seconds,
                    score=row.score,
                )
            )
        for row in sorted(_read(connection, METRICS, ids if measures else ()), key=lambda row: row.place):
            found = RunMetric(check=row.check_id, device=row.device, stage=row.stage, value=row.value, unit=row.unit)
            self.metrics[row.run_id].append(found)


def _read(connection: Connection, table: Table, ids: Sequence[str]) -> Iterator[Row[Any]]:
    for some in _in_parts(ids):
        yield from connection.execute(select(table).where(table.c.run_id.in_(some)))


def _in_parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _SOME] for start in range(0, len(ids), _SOME))


def _run(row: Row[Any], parts: _Parts) -> Run:
    return Run(**_facts(row, parts))


def _past(row: Row[Any], parts: _Parts, moved: dict[str, tuple[int, int]]) -> PastRun:
    new, gone = moved.get(row.id, (None, None))
    return PastRun(**_facts(row, parts), before=row.before, change=row.change, new=new, gone=gone)


def _facts(row: Row[Any], parts: _Parts) -> dict[str, Any]:
    columns = {column.name: row._mapping[column.name] for column in RUNS.columns}
    columns |= {name: columns[name].isoformat() for name in ("started_at", "finished_at")}
    found = {"categories": parts.categories[row.id], "journeys": parts.journeys[row.id], "metrics": parts.metrics[row.id]}
    return columns | found


def _moved(connection: Connection, pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Count the evidence that came and went between runs and the ones before them."""
    ids = sorted({name for pair in pairs for name in pair})
    known: dict[str, set[str]] = defaultdict(set)
    for some in _in_parts(ids):
        for run, fingerprint in connection.execute(select(FINDINGS.c.run_id, FINDINGS.c.fingerprint).where(FINDINGS.c.run_id.in_(some))):
            known[run].add(fingerprint)
    return {run: (len(known[run] - known[before]), len(known[before] - known[run])) for run, before in pairs}


def _evidence(connection: Connection, run: str) -> tuple[Evidence, ...]:
    columns = [column for column in FINDINGS.columns if column.name != "run_id"]
    rows = connection.execute(select(*columns).where(FINDINGS.c.run_id == run))
    return tuple(sorted((Evidence(**row._mapping) for row in rows), key=lambda piece: piece.fingerprint))


def _told_before(entry: Entry, stored: Entry) -> Entry:
    """Keep what was told of a run when it was stored, unless it is told otherwise now."""
    kept = {name: getattr(entry.run, name) or getattr(stored.run, name) for name in ("label", "commit", "folder")}
    ordered = tuple(sorted(entry.evidence, key=lambda piece: piece.fingerprint))
    return Entry(entry.run.model_copy(update=kept), ordered)


def _storable(value: Any) -> Any:
    """Return a value as every database takes it: a text without what is no character."""
    return value.replace("\0", "").encode(errors="replace").decode() if isinstance(value, str) else value


def _rows(entry: Entry) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    """Yield what goes into each table, that of the runs first."""
    run = entry.run
    own = {"run_id": run.id}
    facts = run.model_dump(exclude=_LISTS)
    yield RUNS, [facts | {name: datetime.fromisoformat(facts[name]) for name in ("started_at", "finished_at")}]
    yield CATEGORIES, [own | {"category": name, "score": score} for name, score in run.categories.items()]
    yield JOURNEYS, [own | journey.model_dump() for journey in run.journeys]
    yield (
        METRICS,
        [
            own | {"place": place, "check_id": m.check, "device": m.device, "stage": m.stage, "value": m.value, "unit": m.unit}
            for place, m in enumerate(run.metrics)
        ],
    )
    yield FINDINGS, [own | asdict(piece) for piece in entry.evidence]
