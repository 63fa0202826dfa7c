from auditor.browser.devices import MOBILE
from auditor.events import DeviceEnded
from auditor.model.journey import Ended, StepOutcome
from auditor.model.stage import Stage
from auditor.record.journey_entry import ended, not_begun
from auditor.record.manifest import RecordedJourney, RecordedStep


def step(stage: Stage, outcome: StepOutcome) -> RecordedStep:
    told = {"url": "", "title": "", "action": "", "attempts": 1, "seconds": 1.0, "reason": None, "screenshot": None, "signals": []}
    effort = dict.fromkeys(("clicks", "fields", "characters", "choices", "page_loads", "wait_seconds"), 0)
    return RecordedStep.model_validate({"stage": stage, "outcome": outcome, **told, **effort})


def test_a_device_that_was_never_sent_says_so_in_every_language() -> None:
    entry = not_begun(MOBILE, "DE", ["not_found"])
    assert RecordedJourney.model_validate_json(entry.model_dump_json()) == entry
    assert (entry.device, entry.mobile, entry.ended, entry.steps) == ("mobile", True, Ended.INTERRUPTED, [])
    assert entry.probes == {"not_found": entry.message}
    assert entry.message in entry.wording


def test_the_event_of_its_end_names_the_deepest_stage_that_was_reached() -> None:
    walked = [step(Stage.HOME, StepOutcome.REACHED), step(Stage.PRODUCT, StepOutcome.REACHED), step(Stage.CART, StepOutcome.FAILED)]
    event = ended(not_begun(MOBILE, "", ()).model_copy(update={"steps": walked, "ended": Ended.FAILED, "failure_code": "cart_not_found"}))
    assert isinstance(event, DeviceEnded)
    assert (event.device, event.deepest_stage, event.ended, event.failure_code) == ("mobile", "product", "failed", "cart_not_found")
    assert ended(not_begun(MOBILE, "", ())).deepest_stage is None
