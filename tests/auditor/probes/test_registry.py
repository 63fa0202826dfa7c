from pathlib import Path

import auditor.probes
from auditor.model.moment import Moment
from auditor.plugins.discovery import load_checks
from auditor.probes import PROBES


def test_probes_stand_under_their_names_and_say_what_they_do() -> None:
    assert [name for name, probe in PROBES.items() if probe.name != name or not probe.does.endswith(".")] == []


def test_every_probe_has_a_module_of_its_name() -> None:
    folder = Path(auditor.probes.__file__).parent
    assert [name for name in PROBES if not (folder / f"{name}.py").is_file()] == []


def test_checks_ask_only_for_probes_that_exist() -> None:
    asked = {probe for check in load_checks() for probe in check.probes}
    assert asked <= set(PROBES)


def test_the_form_is_tried_before_anything_is_typed() -> None:
    assert PROBES["empty_submit"].moment is Moment.FORM
    assert PROBES["variant_required"].moment is Moment.PRODUCT


def test_the_carts_own_page_is_opened_before_an_address_is_known() -> None:
    assert PROBES["cart_page"].moment is Moment.CART
