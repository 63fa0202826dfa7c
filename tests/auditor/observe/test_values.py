"""What is computed from the values of one thing seen."""

from __future__ import annotations

import pytest

from auditor.observe import Box, Control, Text


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        (Box(0, 0, 10, 10), Box(20, 0, 10, 10), 10),
        (Box(0, 0, 10, 10), Box(0, 40, 10, 10), 30),
        (Box(0, 0, 10, 10), Box(13, 14, 10, 10), 5),
        (Box(0, 0, 10, 10), Box(10, 0, 10, 10), 0),
        (Box(0, 0, 50, 50), Box(10, 10, 5, 5), 0),
    ],
)
def test_the_gap_between_boxes_is_the_same_from_both_sides(one: Box, other: Box, gap: float) -> None:
    assert one.distance(other) == other.distance(one) == gap


def test_boxes_that_only_touch_do_not_overlap() -> None:
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 10, 10))
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 10, 10))


def test_a_box_knows_its_edges_middle_and_area() -> None:
    box = Box(10, 20, 30, 40).moved(5, -5)
    assert (box.right, box.bottom, box.middle, box.area) == (45, 55, (30, 35), 1200)


@pytest.mark.parametrize(
    ("control", "traits"),
    [
        (Control(1, "input", type="text"), {"is_field", "is_text_field"}),
        (Control(1, "input", type="email"), {"is_field", "is_text_field"}),
        (Control(1, "input", type="range"), {"is_field"}),
        (Control(1, "textarea", type="textarea"), {"is_field", "is_text_field"}),
        (Control(1, "select", type="select-one"), {"is_field"}),
        (Control(1, "div", role="combobox", custom="role"), {"is_field"}),
        (Control(1, "div", custom="editable"), {"is_field", "is_text_field"}),
        (Control(1, "input", type="radio"), {"is_field", "is_choice"}),
        (Control(1, "div", role="checkbox", custom="role"), {"is_choice"}),
        (Control(1, "button", type="button"), {"is_button"}),
        (Control(1, "button", type="submit", form=0), {"is_button", "is_submit"}),
        (Control(1, "button", type="submit"), {"is_button"}),
        (Control(1, "input", type="submit", form=0), {"is_button", "is_submit"}),
        (Control(1, "input", type="image", form=0), {"is_button", "is_submit"}),
        (Control(1, "a", href="https://shop.example/"), {"is_button"}),
        (Control(1, "label"), set()),
    ],
)
def test_what_a_control_can_be_used_for(control: Control, traits: set[str]) -> None:
    known = ("is_field", "is_text_field", "is_choice", "is_button", "is_submit")
    assert {name for name in known if getattr(control, name)} == traits


def test_the_words_of_a_control_stand_once_and_the_visible_ones_first() -> None:
    control = Control(1, "button", text="Kaufen", name="Kaufen", attrs={"aria-label": "In den Warenkorb", "title": "Kaufen"})
    assert control.words == ("Kaufen", "In den Warenkorb")


def test_the_value_of_a_button_is_one_of_its_words_that_of_a_field_is_not() -> None:
    assert Control(1, "input", type="submit", value="Weiter").words == ("Weiter",)
    assert Control(1, "input", type="text", value="Anna").words == ()


def test_machine_names_are_collected_for_patterns() -> None:
    control = Control(1, "button", id="b1", css_class="btn add-to-cart", attrs={"data-testid": "atc", "name": "add", "title": "no name"})
    assert control.tokens == "b1 btn add-to-cart add atc"


@pytest.mark.parametrize(("tag", "level"), [("h1", 1), ("h6", 6), ("p", 0), ("hr", 0), ("h10", 0)])
def test_only_headings_have_a_level(tag: str, level: int) -> None:
    assert Text(1, tag, "x", Box(0, 0, 1, 1), 16, 400).heading == level
