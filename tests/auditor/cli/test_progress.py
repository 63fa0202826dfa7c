import pytest

from auditor.cli.progress import lines, progress
from auditor.events import Activity, Noted


def test_lines_begin_with_the_seconds_since_the_start() -> None:
    now, written = [100.0], list[str]()
    tell = lines(written.append, lambda: now[0])
    now[0] = 112.34
    tell(Activity(device="desktop", what="linked pages"))
    tell(Noted(device="desktop", text="not worth a line"))
    assert written == ["  12.3 s  desktop: linked pages"]


@pytest.mark.parametrize("live", [False, True])
def test_progress_goes_to_stderr(capsys: pytest.CaptureFixture[str], live: bool) -> None:
    with progress(live=live) as tell:
        tell(Activity(device="desktop", what="linked pages"))
    out, err = capsys.readouterr()
    assert out == ""
    assert "desktop: linked pages" in err
