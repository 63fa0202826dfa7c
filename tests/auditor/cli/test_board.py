import io

import pytest
from rich.console import Console

from auditor.cli.board import Board
from auditor.events import Activity, DeviceEnded, DeviceStarted, Judged, ReportWritten, RunStarted, StageEnded, StageStarted
from auditor.model.journey import Ended, StepOutcome
from auditor.model.stage import Stage


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def board(clock: Clock) -> Board:
    board = Board(Console(file=io.StringIO(), width=100, force_terminal=False), clock)
    board.tell(RunStarted(version="1", site="https://shop.example", run="out", devices=("desktop", "mobile"), max_seconds=600))
    board.close()
    return board


def drawn(board: Board) -> str:
    console = Console(file=io.StringIO(), width=100)
    console.print(board.table())
    file = console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def row(board: Board, name: str) -> str:
    return next(" ".join(line.split()) for line in drawn(board).splitlines() if line.split()[:1] == [name])


def ended(stage: Stage, outcome: StepOutcome, seconds: float, device: str = "desktop") -> StageEnded:
    return StageEnded(device=device, stage=stage, outcome=outcome, seconds=seconds)


def test_each_device_has_its_stages_with_a_mark_and_seconds(board: Board) -> None:
    board.tell(ended(Stage.HOME, StepOutcome.REACHED, 1.25))
    board.tell(ended(Stage.HOME, StepOutcome.FAILED, 2.5, "mobile"))
    board.tell(ended(Stage.SEARCH, StepOutcome.NOT_FOUND, 0.5))
    assert row(board, "stage") == "stage desktop mobile"
    assert row(board, "home") == "home ✓ 1.2 s ✗ 2.5 s"
    assert row(board, "search") == "search – 0.5 s"
    assert row(board, "payment") == "payment"


def test_the_stage_under_way_counts_its_seconds(board: Board, clock: Clock) -> None:
    board.tell(DeviceStarted(device="mobile", seconds=300))
    assert "starting" in drawn(board)
    board.tell(StageStarted(device="mobile", stage=Stage.CART))
    clock.now = 7
    assert row(board, "cart").endswith("7 s")
    assert "7 s of at most 600 s" in drawn(board)


def test_attempts_at_a_stage_add_up_and_one_that_reached_it_counts(board: Board) -> None:
    board.tell(ended(Stage.PRODUCT, StepOutcome.REACHED, 1))
    board.tell(ended(Stage.PRODUCT, StepOutcome.FAILED, 2))
    assert row(board, "product") == "product ✓ 3.0 s"


def test_what_is_done_and_how_it_ended_stands_below(board: Board) -> None:
    board.tell(Activity(device="desktop", what="linked [b]pages[/b]\x1b[2J"))
    assert "linked [b]pages[/b] [2J" in drawn(board)
    board.tell(DeviceEnded(device="desktop", ended=Ended.FAILED, message="The address did not answer.", seconds=1))
    text = " ".join(drawn(board).split())
    assert "stopped: The address" in text
    assert "linked" not in text


def test_what_is_done_after_a_device_ended_is_shown_until_it_is_over(board: Board, clock: Clock) -> None:
    for device in ("desktop", "mobile"):
        board.tell(DeviceEnded(device=device, ended=Ended.PAYMENT_REACHED, seconds=1))
    board.tell(Activity(device="desktop", what="Lighthouse: cart"))
    assert "Lighthouse: cart" in drawn(board)
    board.tell(Activity(device="mobile", what="Lighthouse: home"))
    text = " ".join(drawn(board).split())
    assert "reached the payment step Lighthouse: home" in text
    assert "Lighthouse: cart" not in text
    board.tell(Judged(outcomes={}, score=90, grade="A"))
    assert "Lighthouse" not in drawn(board)


def test_the_limit_is_told_as_long_as_a_device_is_on_its_way(board: Board, clock: Clock) -> None:
    clock.now = 700
    board.tell(DeviceEnded(device="desktop", ended=Ended.PAYMENT_REACHED, seconds=1))
    assert "700 s of at most 600 s" in drawn(board)
    board.tell(DeviceEnded(device="mobile", ended=Ended.FAILED, seconds=1))
    assert "700 s" in drawn(board)
    assert "at most" not in drawn(board)


def test_what_is_of_no_device_is_a_line_and_no_column(clock: Clock) -> None:
    console = Console(file=io.StringIO(), width=100)
    board = Board(console, clock)
    board.tell(RunStarted(version="1", site="https://shop.example", run="out", devices=("Desktop",), max_seconds=600))
    board.tell(ended(Stage.HOME, StepOutcome.REACHED, 1.25))
    board.tell(Activity(device="lighthouse", what="Lighthouse CI is not installed."))
    assert (row(board, "stage"), row(board, "home")) == ("stage Desktop", "home ✓ 1.2 s")
    board.close()
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().startswith("lighthouse: Lighthouse CI is not installed.\n")


def test_what_comes_after_the_recording_is_a_line_each(clock: Clock) -> None:
    console = Console(file=io.StringIO(), width=100)
    board = Board(console, clock)
    board.tell(RunStarted(version="1", site="https://shop.example", run="out", devices=("desktop",), max_seconds=600))
    board.tell(Judged(outcomes={}, score=90, grade="A"))
    board.tell(ReportWritten(format="html", path="out/[b]report.html"))
    board.close()
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().endswith("judged: score 90, grade A, 0 failed, 0 warnings\nhtml: out/[b]report.html\n")
