"""The scores of all categories in all shops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.benchmark.model import CategoryRow, Cell
from auditor.model.category import CATEGORIES
from auditor.result.model import CategoryScore, Result


def category_rows(results: Mapping[int, Result]) -> list[CategoryRow]:
    """Return a row per category with a cell per shop, categories in their usual order."""
    known = {key: {c.id: c for c in result.score.categories} for key, result in results.items()}
    order = {category.id: place for place, category in enumerate(CATEGORIES)}
    ids = sorted({name for scores in known.values() for name in scores}, key=lambda name: (order.get(name, len(order)), name))
    return [_row({key: scores.get(name) for key, scores in known.items()}) for name in ids]


def _row(scores: Mapping[int, CategoryScore | None]) -> CategoryRow:
    first = next(score for score in scores.values() if score)
    cells = [
        Cell(shop=key, score=s.score, coverage=s.coverage, capped=s.capped) if s else Cell(shop=key, score=None, coverage=0.0, capped=False)
        for key, s in scores.items()
    ]
    return CategoryRow(id=first.id, title=first.title, weight=first.weight, cells=cells, best=_best(cells))


def _best(cells: Sequence[Cell]) -> list[int]:
    scored = [cell for cell in cells if cell.score is not None]
    top = max((cell.score or 0 for cell in scored), default=0)
    best = [cell.shop for cell in scored if cell.score == top]
    return best if len(best) < len(scored) else []
