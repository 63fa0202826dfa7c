"""The check boxes of a page, with the words that stand beside them."""

from auditor.api import Control, PageRecord


def boxes(page: PageRecord) -> list[Control]:
    """Return the boxes that a shopper can tick, those drawn by their label included."""
    return [c for c in page.observation.controls if c.type == "checkbox" and not c.disabled and _is_seen(page, c)]


def words_of(page: PageRecord, box: Control) -> str:
    """Return what a box stands for."""
    label = page.observation.label_of(box)
    return (label.text if label is not None and label.text else "") or box.name or box.beside or box.text


def _is_seen(page: PageRecord, box: Control) -> bool:
    label = page.observation.label_of(box)
    return box.visible or (label is not None and label.visible)
