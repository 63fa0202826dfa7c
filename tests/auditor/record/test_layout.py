import re

import pytest

from auditor.record.layout import folder_name


@pytest.mark.parametrize(
    ("device", "folder"),
    [
        ("desktop", "desktop"),
        ("Pixel 7", "pixel-7"),
        ("iPad (gen 7) landscape", "ipad-gen-7-landscape"),
        ("../../etc/passwd", "etc-passwd"),
        ("/srv/shop", "srv-shop"),
        ("C:\\Windows", "c-windows"),
        ("a\x00b\nc", "a-b-c"),
        ("..", "device"),
        ("", "device"),
        ("手机", "device"),
        ("CON", "con"),
    ],
)
def test_a_device_gets_a_folder_inside_of_the_recording(device: str, folder: str) -> None:
    assert folder_name(device) == folder
    assert re.fullmatch("[a-z0-9-]+", folder_name(device))
