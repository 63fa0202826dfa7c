import pytest

from auditor.model.device import Device


@pytest.mark.parametrize(("mobile", "factor"), [(True, "mobile"), (False, "desktop")])
def test_form_factor_is_what_thresholds_know(mobile: bool, factor: str) -> None:
    assert Device("any", "Any", 400, 800, mobile=mobile).form_factor == factor
