"""The benchmark as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor_reports.benchmark.view import ShopRow, View, view_of
from auditor_reports.several.markdown import escaped, table, within
from auditor_reports.view.names import severity_word
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from auditor.api import BenchmarkInput
    from auditor_reports.benchmark.practices import PracticeItem


def text(report: BenchmarkInput) -> str:
    """Return the document; what does not fit is left out from the end and said."""
    view = view_of(report)
    practices = [_practice(item) for item in view.practices if item.shop is not None]
    blocks = [_verdict(view), _ranking(view), _heat(view), _title(tell("Best practice, stage by stage")), *practices]
    blocks += [*_effort(view), _shared(view), _alone(view), ["", escaped(view.foot)]]
    return within(blocks, escaped(tell("There is more; the HTML and the JSON document have all of it.")))


def _title(title: str) -> list[str]:
    return ["", f"## {escaped(title)}", ""]


def _verdict(view: View) -> list[str]:
    lines = [f"# {escaped(view.title)}", "", f"**{escaped(view.sentence)}**", "", *(f"- {escaped(remark)}" for remark in view.remarks)]
    if view.doubts:
        lines += ["", f"> **{escaped(tell('Mind when comparing'))}**", ">", *(f"> - {escaped(doubt)}" for doubt in view.doubts)]
    return lines


def _ranking(view: View) -> list[str]:
    heads = [tell("Place"), tell("Shop"), tell("Score"), tell("With other weights"), tell("Measured"), tell("Surely")]
    heads.append(tell("The way to payment"))
    rows = [
        [shop.rank, escaped(shop.label), _score(shop), shop.between or "–", escaped(shop.measured), escaped(shop.sure), _ways(shop)]
        for shop in view.shops
    ]
    return [*_title(tell("Ranking")), *table([escaped(head) for head in heads], rows, figures=(0, 2, 3, 4, 5))]


def _score(shop: ShopRow) -> str:
    return escaped(f"{shop.total} ({shop.grade})" if shop.grade else shop.total)


def _ways(shop: ShopRow) -> str:
    return "<br>".join(escaped(words) for words in [*(words for _, words in shop.ways), *shop.marks])


def _heat(view: View) -> list[str]:
    heads = [tell("Category"), *(shop.label for shop in view.shops)]
    rows = [[escaped(row.title), *(_best(cell.score, best=cell.best) for cell in row.cells)] for row in view.heat]
    return [*_title(tell("Categories")), *table([escaped(head, 40) for head in heads], rows, figures=range(1, len(heads)))]


def _best(value: str, *, best: bool) -> str:
    return f"**{value}** ★" if best else value


def _practice(item: PracticeItem) -> list[str]:
    return [f"- **{escaped(item.stage)}**: {escaped(item.label)}", *(f"  - {escaped(reason)}" for reason in item.reasons)]


def _effort(view: View) -> list[list[str]]:
    blocks = [[*_title(tell("Interaction effort")), escaped(view.effort_label, 600)]] if view.effort else []
    for device in view.effort:
        rows = [[escaped(row.label), *(_best(escaped(cell.value), best=cell.best) for cell in row.cells)] for row in device.rows]
        heads = [escaped(head) for head in (tell("Shop"), *device.heads)]
        blocks.append(["", f"### {escaped(device.device)}", *table(heads, rows, figures=range(1, len(heads)))])
    return blocks


def _shared(view: View) -> list[str]:
    if not view.shared:
        return []
    heads = [escaped(head) for head in (tell("What"), tell("Severity"), tell("How many"), tell("Shops"))]
    rows = [[escaped(row.title), escaped(severity_word(row.severity)), escaped(row.count), escaped(row.shops)] for row in view.shared]
    return [*_title(tell("Problems in common")), *table(heads, rows, figures=(2,))]


def _alone(view: View) -> list[str]:
    if not view.alone:
        return []
    lines = _title(tell("What one shop alone does well"))
    for alone in view.alone:
        lines += [f"- **{escaped(alone.label)}**", *(f"  - {escaped(title)} (`{name}`)" for title, name, _, _ in alone.checks)]
    return lines
