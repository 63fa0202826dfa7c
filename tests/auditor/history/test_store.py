"""The same answers on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, select

from auditor.history.database import writing
from auditor.history.store import Store, Wanted, _rows
from auditor.history.tables import FINDINGS, RUNS
from tests.auditor.history.runs import SITE, START, entry, store

ALL = Wanted(details=True)


def test_what_is_stored_comes_back(place: str) -> None:
    kept = entry(3, label="Größe ✓ 4.2")
    with store(place) as opened:
        assert opened.add(kept) == "added"
        (site,) = opened.read(ALL)
    (run,) = site.runs
    assert (site.site, site.host, site.stored) == (SITE, "shop.example", 1)
    assert run.model_dump(exclude={"before", "change", "new", "gone"}) == kept.run.model_dump()
    assert (run.before, run.change, run.new, run.gone) == (None, None, None, None)


def test_a_run_is_stored_once_and_renewed_where_it_was_judged_anew(place: str) -> None:
    with store(place) as opened:
        assert [opened.add(entry(label="one")), opened.add(entry())] == ["added", "known"]
        assert opened.add(entry(evidence=("a",))) == "renewed"
        assert opened.add(entry(evidence=("a",))) == "known"
        assert opened.add(entry(evidence=("a",), label="two")) == "renewed"
        (site,) = opened.read(ALL)
        (run,) = site.runs
        assert run.label == "two"


def test_label_and_folder_outlive_a_new_judgement(place: str) -> None:
    first = entry(label="one")
    with store(place) as opened:
        opened.add(replace(first, run=first.run.model_copy(update={"folder": "/runs/one", "commit": "abcdef1"})))
        assert opened.add(entry(evidence=())) == "renewed"
        (run,) = opened.read(ALL)[0].runs
    assert (run.label, run.folder, run.commit) == ("one", "/runs/one", "abcdef1")


def test_each_run_is_told_beside_the_one_before_that_is_like_it(place: str) -> None:
    with store(place) as opened:
        opened.add(entry(2, score=85, evidence=("b", "c", "d")))
        opened.add(entry(0, score=80, evidence=("a", "b")))
        opened.add(entry(1, score=10, config={"only": ["speed"]}))
        opened.add(entry(3, score=None))
        opened.add(entry(4, score=90))
        (site,) = opened.read(ALL)
    told = [(run.score, run.change, run.new, run.gone) for run in site.runs]
    assert told == [(90, None, 0, 0), (None, None, 1, 2), (85, 5, 2, 1), (10, None, None, None), (80, None, None, None)]
    assert site.runs[2].before == site.runs[4].id


def test_the_run_before_counts_although_it_is_not_asked_for(place: str) -> None:
    with store(place) as opened:
        for day in range(4):
            opened.add(entry(day, score=70 + day))
        (newest,) = opened.read(Wanted(limit=1, details=True))
        (since,) = opened.read(Wanted(since=START + timedelta(days=2)))
    assert [(run.score, run.change, run.new) for run in newest.runs] == [(73, 1, 0)]
    assert ([run.score for run in since.runs], since.stored) == ([73, 72], 4)
    assert since.runs[-1].change == 1


def test_sites_are_told_apart_and_named_by_address_or_host(place: str) -> None:
    with store(place) as opened:
        opened.add(entry(1))
        opened.add(entry(2, site="https://shop.example/de"))
        opened.add(entry(3, site="https://Other.example"))
        assert [site.site for site in opened.read(Wanted())] == ["https://Other.example", f"{SITE}/de", SITE]
        assert [site.site for site in opened.read(Wanted("SHOP.example"))] == [f"{SITE}/de", SITE]
        assert [site.site for site in opened.read(Wanted(f"{SITE}/"))] == [SITE]
        assert opened.read(Wanted("nobody.example")) == []
        assert opened.names() == [("https://Other.example", "other.example"), (SITE, "shop.example"), (f"{SITE}/de", "shop.example")]


def test_pruning_keeps_the_newest_of_each_site_and_leaves_nothing_of_the_others(place: str) -> None:
    with store(place) as opened:
        for day in range(5):
            opened.add(entry(day))
            opened.add(entry(day, site="https://other.example"))
        assert opened.prune() == 0
        assert opened.prune(keep=2, pretend=True) == 6
        assert opened.prune(keep=2, site=SITE) == 3
        assert {site.site: site.stored for site in opened.read(Wanted())} == {SITE: 2, "https://other.example": 5}
        assert opened.prune(before=START + timedelta(days=2)) == 2
        assert opened.prune(keep=1, before=START + timedelta(days=4)) == 3
        assert [[run.started_at[:10] for run in site.runs] for site in opened.read(Wanted())] == [["2026-01-05"], ["2026-01-05"]]
        with writing(opened._engine) as connection:
            runs = set(connection.execute(select(RUNS.c.id)).scalars())
            assert set(connection.execute(select(FINDINGS.c.run_id)).scalars()) == runs


def test_nothing_that_a_shop_writes_breaks_the_store(place: str) -> None:
    evil = "https://x\0'; DROP TABLE runs; --\ud800.example"
    with store(place) as opened:
        assert opened.add(entry(site=evil, evidence=("\0\ud800",))) == "added"
        (site,) = opened.read(ALL)
        assert site.site == "https://x'; DROP TABLE runs; --?.example"


def test_a_long_history_is_listed_with_a_few_statements(place: str) -> None:
    with store(place) as opened:
        fill(opened, 1200)
        counted: list[str] = []
        event.listen(opened._engine, "before_cursor_execute", lambda *told: counted.append(told[2]))
        (site,) = opened.read(Wanted(limit=30, details=True))
        assert (len(site.runs), site.stored, len(counted) < 12) == (30, 1200, True)
        counted.clear()
        (site,) = opened.read(Wanted())
        assert (len(site.runs), len(counted) < 12) == (1200, True)


def fill(opened: Store, count: int) -> None:
    """Store many runs at once."""
    sample, rows = entry(), dict[Any, list[dict[str, Any]]]()
    for number in range(count):
        told = {"id": f"{number:032x}", "started_at": (START + timedelta(hours=number)).isoformat()}
        for table, made in _rows(replace(sample, run=sample.run.model_copy(update=told))):
            rows.setdefault(table, []).extend(made)
    with writing(opened._engine) as connection:
        for table, made in rows.items():
            connection.execute(insert(table), made)


@pytest.mark.postgresql
def test_both_databases_give_the_same_answers(sqlite: str, postgresql: str) -> None:
    told = []
    for place in (sqlite, postgresql):
        with store(place) as opened:
            for day in (3, 0, 2, 1):
                opened.add(entry(day, score=60 + day * day, evidence=("x", f"e{day}")))
            opened.add(entry(2, site="https://Zoo.example/ä"))
            opened.add(entry(2, site="https://arc.example", config={"devices": ["Pixel 7", "desktop"]}))
            answers = [opened.read(w) for w in (ALL, Wanted(limit=2, details=True), Wanted("shop.example", START + timedelta(days=1)))]
            told.append((opened.names(), [[site.model_dump() for site in sites] for sites in answers], opened.prune(keep=1)))
    assert told[0] == told[1]
